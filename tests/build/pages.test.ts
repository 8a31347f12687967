/** The rules for every page, on a base with a page of every kind. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../limits.ts';
import { builtSite } from '../sites.ts';
import { checkPages, RULES, sheetsThatAsk, validity, weightRule } from './page-rules.ts';
import { readPages, sampled } from './pages.ts';
import { scales, weighClient } from './page-weight.ts';

const out = await builtSite('ferry');
const pages = await readPages(out);
const sample = new Set(sampled(pages.map(({ file }) => file)));
const some = pages.filter(({ file }) => sample.has(file));

test('Every page is valid HTML', () => checkPages(some, validity));

for (const [asks, rule] of Object.entries(RULES)) test(asks, () => checkPages(pages, rule));

test('No stylesheet loads anything from another host', async () => assert.deepEqual(await sheetsThatAsk(out), []));

test('A page with its stylesheets, scripts and fonts is within its size limit, and so is a drawing', async () => {
  await checkPages(some, weightRule(out, '/kb/'));
  const weigh = scales(out, '/kb/');
  const drawn = await Promise.all(pages.filter(({ file }) => /^decide\/[^/]+\/index/.test(file)).map(weigh));
  assert.ok(drawn.length > 0 && drawn.every(({ drawing }) => drawing > 500), 'the drawings of the trees are weighed');
});

test('The client code of all pages, without the search engine, is within its size limit', async () => {
  const { all, engine } = await weighClient(out);
  assert.ok(engine > 1024 && all - engine <= LIMITS.client, `${all} bytes, ${engine} of them the engine`);
});
