/**
 * The rules for the pages of the built site of the real content, on every fourth page and the longest of each kind: all pages of the test base
 * follow them, and the build has checked every link.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { samplePages } from '../../src/commands/bench/sample-pages.ts';
import { checkPages, RULES, sheetsThatAsk, validity, weightRule } from '../build/page-rules.ts';
import { pageFiles, readPages, sampled } from '../build/pages.ts';
import { disagreements, disorder, renderingsOf } from '../build/tree-renderings.ts';
import { builtSite } from '../sites.ts';

const out = await builtSite('content');
const files = await pageFiles(out);
const longest = (await samplePages(out)).flatMap((path) => [`${path}index.html`, `ru/${path}index.html`]);
const sample = new Set([...sampled(files, 4), ...files.filter((file) => longest.includes(file))]);
// The book has the texts of the other pages.
const pages = await readPages(
  out,
  [...sample].filter((file) => !/(?:^|\/)print\//.test(file)),
);

// The slowest rule. The build has checked the elements and the ids of every page.
const few = pages.filter(({ file }, at) => at % 3 === 0 || longest.includes(file));

test('A page is valid HTML', () => checkPages(few, validity));

for (const [asks, rule] of Object.entries(RULES)) test(asks, () => checkPages(pages, rule));

test('No stylesheet loads anything from another host', async () => assert.deepEqual(await sheetsThatAsk(out), []));

test('A page with its stylesheets, scripts and fonts is within its size limit, and so is a drawing', () => checkPages(pages, weightRule(out, '/')));

test('Drawing, list and pages of every tree have the same nodes and edges in the same order.', () => {
  const trees = files.filter((file) => /^(?:ru\/)?decide\/[^/]+\/index\.html$/.test(file)).map((file) => file.replace('index.html', ''));
  assert.ok(trees.length > 2, trees.join());
  for (const tree of trees) {
    const renderings = renderingsOf((path) => fromHtml(readFileSync(join(out, path, 'index.html'), 'utf8')), tree, '/');
    assert.ok(renderings.edges.walk.length > 2, tree);
    assert.deepEqual(disagreements(renderings), [], tree);
    assert.deepEqual(disorder(renderings), [], tree);
  }
});
