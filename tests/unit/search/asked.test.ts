/** Questions of readers (`search-questions.yaml`) find a passage by words that its text lacks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { commonWords, pagefindRecord } from '../../../src/output/pagefind-record.ts';
import { searchFiles, searchInput } from '../../../src/output/search-index.ts';
import { addressOf, searchPages } from '../../../src/output/search-records.ts';
import { answer } from '../../../src/search/answer.ts';
import { WEIGHTS } from '../../../src/search/ranking-weights.ts';
import { search } from '../../../src/search/search.ts';
import { baseWith, fixtures } from '../checks/overlay-fixture.ts';
import { openInNode } from './pagefind-in-node.ts';

await using base = await baseWith({
  'en/search-questions.yaml': `questions:
  vegetable: [is ketchup taxed like a vegetable]
  fruit.definition: [does a botanist eat dessert berries]
  nix-v-hedden: [the trial about ketchup]
  vegetable.definition: [does the waiter bring a salad]
  vegetable.at-table: [which course comes with gravy]
  ordinary-meaning.rule: ['waiter, gravy, salad, course']
  about.linking: [bookmark a sentence]
`,
  'ru/search-questions.yaml': 'questions:\n  vegetable: [берут ли налог с кетчупа]\n',
});
const { site, diagnostics } = await checkSource(base.folder, '/kb/');
const files = await searchFiles(searchInput(site!));
const [english, russian] = await Promise.all([openInNode(files), openInNode(files, undefined, 'ru/')]);

async function found(query: string, reader = english): Promise<string[]> {
  const { shown } = await answer(reader, { query, facets: {}, limit: 6 });
  return shown.map(({ path, records }) => (records[0]!.id ? `${path}#${records[0]!.id}` : path));
}

test('A record is found by a question in words that no text has.', async () => {
  assert.deepEqual(diagnostics, []);
  assert.equal((await found('why was ketchup taxed'))[0], 'concepts/vegetable/');
  assert.equal((await found('ketchup trial'))[0], 'sources/nix-v-hedden/');
  assert.equal((await found('can I bookmark one sentence'))[0], 'about/#linking');
});

test('The questions of a language are only in its index.', async () => {
  assert.equal((await found('налог на кетчуп', russian))[0], 'concepts/vegetable/');
  const askedIn = (lang: string) => searchPages(site!, lang).flatMap(({ records }) => records.flatMap(({ asked = [] }) => asked));
  assert.equal(askedIn('en').length, 7);
  assert.deepEqual(askedIn('ru'), ['берут ли налог с кетчупа']);
});

test('A long query finds the page whose questions together are most similar to it.', async () => {
  assert.equal((await found('waiter gravy salad'))[0], 'concepts/ordinary-meaning/#rule');
  assert.match((await found('waiter gravy salad course ketchup taxed'))[0]!, /^concepts\/vegetable\//);
});

test('Only a query of at least four words is compared with the questions of pages.', async () => {
  const ask = async (query: string) => (await search(english, query)).ranked.map(({ record, score }) => [record, score]);
  const queries = ['waiter gravy salad', 'waiter gravy salad course'];
  const [short, long] = await Promise.all(queries.map(ask));
  const { questions } = WEIGHTS;
  WEIGHTS.questions = 0;
  const without = await Promise.all(queries.map(ask));
  WEIGHTS.questions = questions;
  assert.deepEqual(short, without[0]);
  assert.notDeepEqual(long, without[1]);
});

test('The questions of a page are no result.', async () => {
  const passages = searchPages(site!, 'en').flatMap(({ records }) => records).length;
  const { shown, records } = await answer(english, { query: 'ketchup', facets: {}, limit: 100 });
  assert.equal(english.size, passages + searchPages(site!, 'en').length);
  assert.equal(records, 2);
  assert.deepEqual(shown.map(({ path }) => path).sort(), ['concepts/vegetable/', 'sources/nix-v-hedden/']);
});

test('Without questions of readers the index has no records for them.', async () => {
  const { site: other } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
  const reader = await openInNode(await searchFiles(searchInput(other!)));
  assert.equal(reader.size, searchPages(other!).flatMap(({ records }) => records).length);
});

test('A question is no name, and adds only words that its record lacks.', () => {
  const pages = searchPages(site!);
  const record = pages.flatMap((page) => page.records.filter((one) => addressOf(page, one) === 'fruit.definition'))[0]!;
  const { meta } = pagefindRecord(record, commonWords(pages));
  assert.deepEqual(meta.asked!.split(' ').length, 3, `“eat”, “dessert” and “berry”, in “${meta.asked}”`);
  assert.doesNotMatch(`${meta.names} ${meta.wholeNames} ${meta.context}`, /dessert/);
});
