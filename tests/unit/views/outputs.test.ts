import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import type { AddressIndex } from '../../../src/model/address-index.ts';
import { conceptDependencies } from '../../../src/model/concept-dependencies.ts';
import { conceptMap } from '../../../src/views/concept-map.ts';
import { shortestPath } from '../../../src/model/tree-path.ts';
import { pagePaths } from '../../../src/model/routes.ts';
import { entryList } from '../../../src/views/entry-list.ts';
import { targetHighlight } from '../../../src/views/target-highlight.ts';
import { mailtoOf, pathSummary, pathText } from '../../../src/views/path-summary.ts';
import { sitemap, sitemapIndex } from '../../../src/views/sitemap.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;
const origin = 'https://tomato.example';

test('The listing has every page, section, note, tree node and source with its address and URL.', () => {
  const listed = new Map(entryList(site!, origin).map((one) => [`${one.lang} ${one.id}`, one]));
  assert.equal(listed.get('en fruit.definition')!.url, `${origin}/kb/concepts/fruit/#definition`);
  assert.deepEqual(listed.get('en fruit.definition')!.covers, ['P4-a']);
  assert.equal(listed.get('en fruit')!.certainty, 'settled');
  assert.equal(listed.get('en fruit.fn-vine')!.kind, 'note');
  assert.equal(listed.get('en nix-v-hedden')!.kind, 'source');
  assert.ok([...listed.values()].some(({ kind }) => kind === 'node'));
});

test('A source whose key ends in a number is a source and not a block.', () => {
  const target = { ...en!.index.get('nix-v-hedden')!, address: 'book-1.0', entry: 'book-1.0' };
  const targets = new Map([...en!.index.targets, ['book-1.0', target]]);
  const grown = { ...site!, locales: [{ ...en!, index: Object.assign(Object.create(en!.index) as AddressIndex, { targets }) }] };
  assert.ok(entryList(grown, origin).some(({ id }) => id === 'book-1.0'));
});

test('The listing has no page of a language that lacks it.', () => {
  assert.ok(!entryList(site!, origin).some(({ id, lang }) => lang === 'ru' && id === 'fruit'));
  assert.ok(entryList(site!, origin).some(({ id, lang }) => lang === 'ru' && id === 'vegetable'));
});

test('The sitemap has every page once, with its languages.', () => {
  const xml = sitemap(site!, origin);
  const locations = [...xml.matchAll(/<loc>([^<]+)/g)].map(([, url]) => url);
  assert.equal(new Set(locations).size, locations.length);
  assert.match(
    xml,
    /<loc>https:\/\/tomato\.example\/kb\/concepts\/vegetable\/<\/loc><lastmod>\d{4}-\d\d-\d\d<\/lastmod><xhtml:link rel="alternate" hreflang="en"[^>]*\/><xhtml:link rel="alternate" hreflang="ru"/,
  );
  assert.ok(!xml.includes('/kb/ru/concepts/fruit/'));
  assert.match(sitemapIndex(site!, origin), /<loc>https:\/\/tomato\.example\/kb\/sitemap-0\.xml<\/loc>/);
});

test('Every state of a tree is a page.', () => {
  const tree = en!.trees.get('which-word')!;
  const walks = pagePaths(en!).filter(({ path }) => path.startsWith('decide/which-word/'));
  assert.equal(walks.length, tree.states.length);
});

test('The summary of a path has the verdict, what to do now, every answer, the URL and the date.', () => {
  const tree = en!.trees.get('which-word')!;
  const outcome = tree.outcomes.find(({ id }) => id === 'vegetable-it-is');
  const { steps } = shortestPath(tree, outcome!)!;
  const record = pathSummary(outcome!, steps, `${origin}/x/`, '2026-11-23', {
    outcome: 'Result',
    toDo: 'What to do now',
    answersGiven: 'Answers given',
    contentOf: 'content of',
  });
  assert.match(record, /^What to do now: Pay the collector, and protest if you want to sue\.$/m);
  assert.ok(record.startsWith(`**Result: ${outcome!.verdict}**`));
  assert.equal(record.match(/^- /gm)!.length, steps.length);
  assert.ok(record.endsWith(`<${origin}/x/> (content of 2026-11-23)`));
});

test('The summary as plain text numbers the answers, and the e-mail link contains all of it.', () => {
  const tree = en!.trees.get('which-word')!;
  const outcome = tree.outcomes.find(({ id }) => id === 'vegetable-it-is')!;
  const { steps } = shortestPath(tree, outcome)!;
  const words = { outcome: 'Result', toDo: 'What to do now', answersGiven: 'Answers given', contentOf: 'content of' };
  const text = pathText(outcome, steps, `${origin}/x/`, '2026-11-23', words);
  assert.ok(text.startsWith(`Result: ${outcome.verdict}\n\n`));
  assert.match(text, /^Answers given:\n1\. .+ — .+$/m);
  assert.doesNotMatch(text, /\*\*/);
  const url = new URL(mailtoOf('A & B', text));
  assert.equal(url.searchParams.get('subject'), 'A & B');
  assert.equal(url.searchParams.get('body'), text.replaceAll('\n', '\r\n'));
});

test('On the concept map an arrow leads forward in the reading order, to a concept that depends on the other.', () => {
  const text = conceptMap(en!, 'T', 'W')!;
  const arrows = [...text.matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from, to]) => `${to} on ${from}`);
  const leant = conceptDependencies(en!).flatMap(({ concept, on }) => on.map(({ entry }) => `${concept.entry} on ${entry}`));
  assert.ok(arrows.length > 0);
  assert.deepEqual(arrows, leant);
});

test('No title can inject syntax into the Mermaid text of the concept map.', () => {
  const text = conceptMap(en!, 'A "title"; with `characters`', 'Words.')!;
  assert.match(text, /^flowchart LR\n {2}accTitle: A title with characters\n/);
  assert.equal(conceptMap({ ...ru!, reading: [] }, 'T', 'W'), undefined);
});

test('A node of a tree is highlighted when its id is the fragment of the URL.', () => {
  const tree = en!.trees.get('which-word')!;
  for (const { id } of tree.nodes) assert.ok(targetHighlight(tree).includes(`main:has(#${id}:target) [data-node="${id}"] .shape`));
});
