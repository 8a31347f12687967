/** The drawing, the list and the pages of every tree of the test base. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { builtSite } from '../sites.ts';
import { readPages, type Page } from './pages.ts';
import { disagreements, disorder, renderingsOf as renderings } from './tree-renderings.ts';

const pages = await readPages(await builtSite('ferry'));
const renderingsOf = (tree: string, of: readonly Page[] = pages) =>
  renderings((path) => of.find(({ file }) => file === `${path}index.html`)!.tree, tree, '/kb/');

test('Drawing, list and pages of every tree have the same nodes and edges in the same order.', () => {
  const trees = pages.flatMap(({ file }) => /^(?:ru\/)?decide\/[^/]+\/(?=index\.html$)/.exec(file)?.[0] ?? []);
  assert.ok(trees.length > 4, trees.join());
  for (const tree of trees) {
    const read = renderingsOf(tree);
    assert.ok(read.edges.walk.length > 1, tree);
    assert.deepEqual(disagreements(read), [], tree);
    assert.deepEqual(disorder(read), [], tree);
  }
});

const WITHOUT: [string, string, RegExp, string[]][] = [
  ['drawing', 'decide/may-cross/', /(<(?:path|text)[^>]*) data-edge="loaded\.cargo"/g, ['loaded.cargo']],
  ['list', 'decide/may-cross/', /(<h3 id="loaded">.*?)<li data-answer="cargo".*?<\/li>/gs, ['loaded.cargo', 'loaded.cargo → tide']],
  ['walk', 'decide/may-cross/mine/', /<a class="button" href="[^"]*\/cargo\/">.*?<\/a>/gs, ['loaded.cargo → tide']],
];
for (const [rendering, path, edge, expected] of WITHOUT)
  test(`An edge that only the ${rendering} lacks is reported.`, () => {
    const without = pages.map((page) => {
      if (page.file !== `${path}index.html`) return page;
      assert.match(page.html, edge);
      const html = page.html.replaceAll(edge, '$1');
      return { ...page, html, tree: fromHtml(html) };
    });
    assert.deepEqual(disagreements(renderingsOf('decide/may-cross/', without)), expected);
  });
