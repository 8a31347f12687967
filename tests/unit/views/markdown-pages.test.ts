import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkSource } from '../../../src/checks/check-source.ts';
import { stringsOf, type Strings } from '../../../src/i18n/index.ts';
import { jsonLd, termSet } from '../../../src/views/json-ld.ts';
import { llmsFull, llmsTxt } from '../../../src/views/llms-txt.ts';
import { markdownPages } from '../../../src/views/markdown-pages.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const wordsOf = (lang: string): Strings => stringsOf(lang, ['en', 'ru']);

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;
const origin = 'https://tomato.example';
const versions = new Map(
  markdownPages(site!, origin, wordsOf, { references: () => new Map(), changes: () => [] }).map(({ path, text }) => [path, text]),
);
const version = (path: string): string => versions.get(path) ?? assert.fail(`${path} is not written; there are ${[...versions.keys()].join(', ')}`);

test('Every page with a text of its own has a Markdown version; a fallback has none.', () => {
  for (const path of [
    'index.md',
    'concepts/fruit.md',
    'decide/which-word.md',
    'sources/eu-2001.113.md',
    'article.md',
    'ru/index.md',
    'ru/concepts/vegetable.md',
  ])
    assert.ok(versions.has(path), path);
  assert.ok(!versions.has('ru/concepts/fruit.md'));
});

test('A Markdown version begins with its title, its URL and its licence.', () => {
  const [, head = ''] = version('concepts/fruit.md').split('---\n');
  const { title, url, language, certainty, reviewed, licence } = parse(head) as Record<string, string>;
  assert.deepEqual([title, url, language, certainty, licence], ['Fruit', `${origin}/kb/concepts/fruit/`, 'en', 'settled', 'CC-BY-4.0']);
  assert.match(reviewed!, /^\d{4}-\d\d-\d\d$/);
});

test('Every URL in a Markdown version is absolute, and it has no syntax of ours.', () => {
  for (const [path, text] of versions) {
    for (const [, href] of text.matchAll(/\]\(([^)]*)\)/g)) assert.match(href!, /^https?:\/\//, `${path} leads to ${href}`);
    assert.doesNotMatch(text, /kb:|\[@|\[#|<(?:Differs|Tree)/, path);
  }
});

test('A heading of a Markdown version links to its address, a citation to its source; a note stays a note.', () => {
  const text = version('concepts/fruit.md');
  assert.match(text, /^## \[What botany calls a fruit\]\(https:\/\/tomato\.example\/kb\/concepts\/fruit\/#definition\)$/m);
  assert.match(text, /\(\[Nix v\. Hedden\]\(https:\/\/tomato\.example\/kb\/sources\/nix-v-hedden\/\), p\. 307\)/);
  assert.match(text, /^\[\^vine\]: /m);
});

test('The Markdown version of a tree links each answer to its target, and each outcome to its page.', () => {
  const text = version('decide/which-word.md');
  assert.match(text, /^- \*\*To pay duty\*\* → \[Does the law define the word.*#trade-sense\)(?: \(assumed by the author\))?$/m);
  assert.match(text, /^\*\*What to do now:\*\* Pay the collector, and protest if you want to sue\.$/m);
  assert.match(text, /^<https:\/\/tomato\.example\/kb\/decide\/which-word\/customs\/no\/yes\/>$/m);
});

test('A Markdown version has the address of each passage, the status of each citation, and its sources.', () => {
  const text = version('concepts/fruit.md');
  assert.match(text, /^[^#>-].* \{#definition\.1\}$/m);
  assert.match(text, /^## Sources\n\n- \[.+\]\(https:.+\): .*\((?:Verified|Second-hand|Unverified)\)$/m);
  const doubted = site!.locales[0]!.sources.get('robertson-v-salomon')!.data;
  doubted.status = 'secondary';
  const again = markdownPages(site!, origin, wordsOf, { references: () => new Map(), changes: () => [] });
  assert.ok(again.some(({ text: one }) => /\(\[Robertson v\. Salomon\]\([^)]*\)[^)]*, second-hand/.test(one)));
});

test('The Markdown versions of lists have the items of their pages.', () => {
  assert.match(version('answers.md'), /^## \[Is a tomato a fruit or a vegetable\?\]\(.*\)\n\n.+ \(\w+/m);
  assert.match(version('differences.md'), /^### \[.+\]\(https:.*#.+\)/m);
  assert.match(version('about.md'), /^- \*\*Contested\*\*: .+$/m);
});

test('llms.txt explains how to cite a passage and what each certainty means; llms-full.txt has every Markdown version once.', () => {
  const text = llmsTxt(site!, en!, origin, wordsOf('en'));
  assert.match(text, /\{#definition\.2\}/);
  for (const word of ['Settled', 'Contested', 'Open', 'Verified', 'Second-hand', 'Unverified']) assert.ok(text.includes(`- **${word}**: `), word);
  const pages = markdownPages(site!, origin, wordsOf, { references: () => new Map(), changes: () => [] });
  const full = llmsFull(site!, en!, pages);
  for (const { path, text: one } of pages) assert.equal(full.split(one).length - 1, path.startsWith('ru/') ? 0 : 1, path);
});

test('llms.txt has the name of the site and one link to the Markdown version of every page.', () => {
  const text = llmsTxt(site!, ru!, origin, wordsOf('ru'));
  assert.match(text, /^# .+\n\n> .+/);
  const links = [...text.matchAll(/\]\((https:[^)]+\.md)\)/g)].map(([, url]) => url!.slice(`${origin}/kb/`.length));
  assert.equal(new Set(links).size, links.length);
  for (const link of links) assert.ok(versions.has(link), link);
  assert.ok(
    links.includes('concepts/fruit.md') && links.includes('ru/concepts/vegetable.md'),
    'a fallback is listed at the path of its own language',
  );
  assert.match(text, new RegExp(`\\(${origin}/kb/llms\\.txt\\)`), 'and the list of the other language');
});

test('The JSON-LD of a page is an article with its sources and its breadcrumb.', () => {
  const { '@graph': graph } = jsonLd(site!, en!, origin, 'fruit', wordsOf('en')) as { '@graph': Record<string, unknown>[] };
  const [article, crumbs] = graph;
  assert.deepEqual([article!['@type'], article!['@id'], article!.headline], ['Article', `${origin}/kb/concepts/fruit/`, 'Fruit']);
  assert.deepEqual(
    (article!.citation as { '@id': string }[]).map((work) => work['@id']),
    ['nix-v-hedden', 'eu-2001.113'].map((key) => `${origin}/kb/sources/${key}/#reference`),
  );
  assert.deepEqual(
    (crumbs!.itemListElement as { item: string }[]).map(({ item }) => item),
    ['', 'concepts/', 'concepts/fruit/'].map((path) => `${origin}/kb/${path}`),
  );
});

test('The JSON-LD of a fallback has the URL and the language of its original.', () => {
  const { '@graph': graph } = jsonLd(site!, ru!, origin, 'fruit', wordsOf('en')) as { '@graph': Record<string, unknown>[] };
  assert.deepEqual([graph[0]!['@id'], graph[0]!.inLanguage], [`${origin}/kb/concepts/fruit/`, 'en']);
});

test('Every kind of page that can be cited has JSON-LD.', () => {
  for (const locale of site!.locales) {
    for (const { address, kind } of locale.index.targets.values()) {
      if (!['front', 'concept', 'question', 'decision', 'source', 'article'].includes(kind)) continue;
      const { '@graph': graph } = jsonLd(site!, locale, origin, address, wordsOf(locale.lang)) as { '@graph': Record<string, unknown>[] };
      assert.ok(graph[0]!.headline && graph[0]!.dateModified, `${locale.lang} ${address}`);
    }
  }
});

test('A term is in the JSON-LD of the page that explains it, and in the set of terms.', () => {
  const data = {
    terms: { fruit: { term: { en: 'fruit', ru: 'плод' }, definition: { en: 'What holds the seeds.' }, see: 'fruit.definition', synonyms: [] } },
    'search-synonyms': [],
  };
  const worded = { ...en!, vocabulary: { kind: 'vocabulary' as const, id: 'vocabulary', file: 'vocabulary.yaml', data } };
  const { '@graph': graph } = jsonLd(site!, worded, origin, 'fruit', wordsOf('en')) as { '@graph': Record<string, unknown>[] };
  const set = `${origin}/kb/vocabulary/`;
  const term = { '@type': 'DefinedTerm', '@id': `${set}#fruit`, name: 'fruit', description: 'What holds the seeds.' };
  assert.deepEqual(JSON.parse(JSON.stringify(graph[0]!.about)), [
    { '@type': 'DefinedTerm', '@id': term['@id'], name: 'fruit', inDefinedTermSet: set },
  ]);
  assert.deepEqual(termSet(site!, worded, origin, wordsOf('en')).hasDefinedTerm, [term]);
});
