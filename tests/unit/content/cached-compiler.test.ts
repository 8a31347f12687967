import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { unified } from '@astrojs/markdown-remark';
import { cachedCompiler } from '../../../src/content/cached-compiler.ts';

const cache = await mkdtemp(join(tmpdir(), 'compiled-'));
after(() => rm(cache, { recursive: true }));

let compiled = 0;
/** Compiles a page in a new process. */
async function compile(text: string, path: string, isBuild = true): Promise<unknown> {
  const own = { process: async () => ({ code: `${text} ${path} ${(compiled += 1)}`, map: null, astroMetadata: {} }) };
  const processor = { ...unified(), createMdxRenderer: () => Promise.resolve(own) } as unknown as ReturnType<typeof unified>;
  const renderer = await cachedCompiler(processor, () => isBuild, cache).createMdxRenderer({} as never, {} as never);
  return renderer.process(text, path, { title: 'A' });
}

test('A page is compiled once, and again after its text has changed or if its cache file is incomplete.', async () => {
  const first = await compile('text', '/a.mdx');
  assert.deepEqual(await compile('text', '/a.mdx'), first);
  assert.equal(compiled, 1);
  await compile('text', '/b.mdx');
  await compile('other text', '/a.mdx');
  assert.equal(compiled, 3);
  for (const name of await readdir(cache)) await writeFile(join(cache, name), '{"key":');
  await compile('other text', '/a.mdx');
  assert.equal(compiled, 4);
});

test('In development each page is compiled.', async () => {
  await compile('text', '/a.mdx', false);
  await compile('text', '/a.mdx', false);
  assert.equal(compiled, 6);
});
