import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { checkSource } from '../../../src/checks/check-source.ts';
import { stringsOf } from '../../../src/i18n/index.ts';
import { jsonLd, termSet } from '../../../src/views/json-ld.ts';
import { llmsFull, llmsTxt } from '../../../src/views/llms-txt.ts';
import { markdownPages } from '../../../src/views/markdown-pages.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;
const origin = 'https://tomato.example';
const twins = new Map(
  markdownPages(site!, origin, stringsOf, { references: () => new Map(), changes: () => [] }).map(({ path, text }) => [path, text]),
);
const twin = (path: string): string => twins.get(path) ?? assert.fail(`${path} is not written; there are ${[...twins.keys()].join(', ')}`);

test('Every page with a text of its own has a twin; a fallback has none.', () => {
  for (const path of [
    'index.md',
    'concepts/fruit.md',
    'decide/which-word.md',
    'sources/eu-2001.113.md',
    'article.md',
    'ru/index.md',
    'ru/concepts/vegetable.md',
  ])
    assert.ok(twins.has(path), path);
  assert.ok(!twins.has('ru/concepts/fruit.md'));
});

test('A twin says at its head what it is, where it stands and under what licence.', () => {
  const [, head = ''] = twin('concepts/fruit.md').split('---\n');
  const { title, url, language, certainty, reviewed, licence } = parse(head) as Record<string, string>;
  assert.deepEqual([title, url, language, certainty, licence], ['Fruit', `${origin}/kb/concepts/fruit/`, 'en', 'settled', 'CC-BY-4.0']);
  assert.match(reviewed!, /^\d{4}-\d\d-\d\d$/);
});

test('Every address in a twin is absolute, and nothing of the base’s own syntax is left.', () => {
  for (const [path, text] of twins) {
    for (const [, href] of text.matchAll(/\]\(([^)]*)\)/g)) assert.match(href!, /^https?:\/\//, `${path} leads to ${href}`);
    assert.doesNotMatch(text, /kb:|\[@|\[#|<(?:Differs|Tree)/, path);
  }
});

test('A heading of a twin leads to its address, a citation to its source, a note stays a note.', () => {
  const text = twin('concepts/fruit.md');
  assert.match(text, /^## \[What botany calls a fruit\]\(https:\/\/tomato\.example\/kb\/concepts\/fruit\/#definition\)$/m);
  assert.match(text, /\(\[Nix v\. Hedden\]\(https:\/\/tomato\.example\/kb\/sources\/nix-v-hedden\/\), p\. 307\)/);
  assert.match(text, /^\[\^vine\]: /m);
});

test('The twin of a tree leads from each answer to where it goes, and from each outcome to its walk.', () => {
  const text = twin('decide/which-word.md');
  assert.match(text, /^- \*\*To pay duty\*\* → \[Does the law define the word.*#trade-sense\)(?: \(assumed by the author\))?$/m);
  assert.match(text, /^\*\*What to do now:\*\* Pay the collector, and protest if you want to sue\.$/m);
  assert.match(text, /^<https:\/\/tomato\.example\/kb\/decide\/which-word\/customs\/no\/yes\/>$/m);
});

test('A twin has the address of each passage, the status of each citation, and its sources.', () => {
  const text = twin('concepts/fruit.md');
  assert.match(text, /^[^#>-].* \{#definition\.1\}$/m);
  assert.match(text, /^## Sources\n\n- \[.+\]\(https:.+\): .*\((?:Verified|Second-hand|Unverified)\)$/m);
  const doubted = site!.locales[0]!.sources.get('robertson-v-salomon')!.data;
  doubted.status = 'secondary';
  const again = markdownPages(site!, origin, stringsOf, { references: () => new Map(), changes: () => [] });
  assert.ok(again.some(({ text: one }) => /\(\[Robertson v\. Salomon\]\([^)]*\)[^)]*, second-hand/.test(one)));
});

test('The twins of lists have what the pages list.', () => {
  assert.match(twin('answers.md'), /^## \[Is a tomato a fruit or a vegetable\?\]\(.*\)\n\n.+ \(\w+/m);
  assert.match(twin('differences.md'), /^### \[.+\]\(https:.*#.+\)/m);
  assert.match(twin('about.md'), /^- \*\*Contested\*\*: .+$/m);
});

test('llms.txt says how to cite a passage and what the words of certainty mean; llms-full.txt has every twin once.', () => {
  const text = llmsTxt(site!, en!, origin, stringsOf('en'));
  assert.match(text, /\{#definition\.2\}/);
  for (const word of ['Settled', 'Contested', 'Open', 'Verified', 'Second-hand', 'Unverified']) assert.ok(text.includes(`- **${word}**: `), word);
  const pages = markdownPages(site!, origin, stringsOf, { references: () => new Map(), changes: () => [] });
  const full = llmsFull(site!, en!, pages);
  for (const { path, text: one } of pages) assert.equal(full.split(one).length - 1, path.startsWith('ru/') ? 0 : 1, path);
});

test('llms.txt names the base and leads to the twin of every page once.', () => {
  const text = llmsTxt(site!, ru!, origin, stringsOf('ru'));
  assert.match(text, /^# .+\n\n> .+/);
  const links = [...text.matchAll(/\]\((https:[^)]+\.md)\)/g)].map(([, url]) => url!.slice(`${origin}/kb/`.length));
  assert.equal(new Set(links).size, links.length);
  for (const link of links) assert.ok(twins.has(link), link);
  assert.ok(links.includes('concepts/fruit.md') && links.includes('ru/concepts/vegetable.md'), 'a fallback is named where it stands');
  assert.match(text, new RegExp(`\\(${origin}/kb/llms\\.txt\\)`), 'and the list of the other language');
});

test('A page is an article with its sources and the way to it.', () => {
  const { '@graph': graph } = jsonLd(site!, en!, origin, 'fruit', stringsOf('en')) as { '@graph': Record<string, unknown>[] };
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

test('A fallback is described where its text stands and in its own language.', () => {
  const { '@graph': graph } = jsonLd(site!, ru!, origin, 'fruit', stringsOf('en')) as { '@graph': Record<string, unknown>[] };
  assert.deepEqual([graph[0]!['@id'], graph[0]!.inLanguage], [`${origin}/kb/concepts/fruit/`, 'en']);
});

test('Every place of a kind that is cited can be described.', () => {
  for (const locale of site!.locales) {
    for (const { address, kind } of locale.index.targets.values()) {
      if (!['front', 'concept', 'question', 'decision', 'source', 'article'].includes(kind)) continue;
      const { '@graph': graph } = jsonLd(site!, locale, origin, address, stringsOf(locale.lang)) as { '@graph': Record<string, unknown>[] };
      assert.ok(graph[0]!.headline && graph[0]!.dateModified, `${locale.lang} ${address}`);
    }
  }
});

test('A term is told on the page that explains it, and in the set of terms.', () => {
  const data = {
    terms: { fruit: { term: { en: 'fruit', ru: 'плод' }, definition: { en: 'What holds the seeds.' }, see: 'fruit.definition', synonyms: [] } },
    'search-synonyms': [],
  };
  const worded = { ...en!, vocabulary: { kind: 'vocabulary' as const, id: 'vocabulary', file: 'vocabulary.yaml', data } };
  const { '@graph': graph } = jsonLd(site!, worded, origin, 'fruit', stringsOf('en')) as { '@graph': Record<string, unknown>[] };
  const set = `${origin}/kb/vocabulary/`;
  const term = { '@type': 'DefinedTerm', '@id': `${set}#fruit`, name: 'fruit', description: 'What holds the seeds.' };
  assert.deepEqual(JSON.parse(JSON.stringify(graph[0]!.about)), [
    { '@type': 'DefinedTerm', '@id': term['@id'], name: 'fruit', inDefinedTermSet: set },
  ]);
  assert.deepEqual(termSet(site!, worded, origin, stringsOf('en')).hasDefinedTerm, [term]);
});
