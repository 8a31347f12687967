import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cacheOf } from '../../../src/cache/disk-cache.ts';
import { isRendered, openRenderedPages } from '../../../src/output/rendered-pages.ts';

const folder = await mkdtemp(join(tmpdir(), 'rendered-'));
after(() => rm(folder, { recursive: true }));
await writeFile(join(folder, 'site.yaml'), 'title: A');

/** Builds two pages with facts, and returns the pages that had to be rendered. */
async function build(facts: Record<string, string>): Promise<string[]> {
  const complete = openRenderedPages(folder, ['site.yaml', 'en/index.mdx']);
  const out = join(folder, 'out');
  await rm(out, { recursive: true, force: true });
  const rendered = [];
  const known = new Map<string, unknown>();
  for (const [path, fact] of Object.entries(facts)) {
    if (isRendered(path, fact)) continue;
    rendered.push(path);
    await mkdir(join(out, path, '..'), { recursive: true });
    await writeFile(join(out, path), `rendered with ${fact}`);
    known.set(path, { ids: new Set([fact]) });
  }
  await complete(out, known)();
  assert.deepEqual(known, new Map(Object.entries(facts).map(([path, fact]) => [path, { ids: new Set([fact]) }])));
  for (const [path, fact] of Object.entries(facts)) assert.equal(await readFile(join(out, path), 'utf8'), `rendered with ${fact}`);
  return rendered;
}

test('Only pages with changed facts are rendered again, and all pages after a change of a content file that is not a page.', async () => {
  const [a, b] = ['concepts/a/index.html', 'concepts/b/index.html'];
  assert.deepEqual(await build({ [a]: '1', [b]: '1' }), [a, b]);
  assert.deepEqual(await build({ [a]: '1', [b]: '1' }), []);
  assert.deepEqual(await build({ [a]: '1', [b]: '2' }), [b]);
  // The cache keeps the pages of the last build only.
  assert.deepEqual(await build({ [a]: '1', [b]: '1' }), [b]);
  await writeFile(join(folder, 'site.yaml'), 'title: B');
  assert.deepEqual(await build({ [a]: '1', [b]: '1' }), [a, b]);
});

test('A copy that a killed build left incomplete is not used.', async () => {
  const path = 'concepts/cut/index.html';
  await build({ [path]: '1' });
  const cache = cacheOf('rendered', folder);
  for (const name of await readdir(cache, { recursive: true }))
    if (name.endsWith('.html')) await rename(join(cache, name), join(cache, `${name}.part`));
  assert.deepEqual(await build({ [path]: '1' }), [path]);
});

test('A page without its facts is rendered again, because the check and the book need them.', async () => {
  const path = 'concepts/facts/index.html';
  await build({ [path]: '1' });
  const cache = cacheOf('rendered', folder);
  for (const name of await readdir(cache, { recursive: true })) if (name.endsWith('facts')) await writeFile(join(cache, name), 'cut off');
  assert.deepEqual(await build({ [path]: '1' }), [path]);
});

test('Without an open cache, as in development, every page is rendered.', () => {
  assert.equal(isRendered('concepts/a/index.html', '1'), false);
});
