import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compiledMdx } from '../../../src/content/compiled-mdx.ts';

const cache = await mkdtemp(join(tmpdir(), 'compiled-'));
after(() => rm(cache, { recursive: true }));

let compiled = 0;
/** Returns the wrapped compiler of a new build. */
function compiler(): (code: string, id: string) => Promise<unknown> {
  const plugin = {
    name: '@mdx-js/rolldown',
    transform: { handler: async (code: string, id: string) => ({ code: `compiled ${code} ${id} ${(compiled += 1)}`, map: null, meta: {} }) },
  };
  (compiledMdx(cache).configResolved as (config: unknown) => void)({ plugins: [plugin] });
  return plugin.transform.handler;
}

test('A page is compiled once, and again after its text has changed or if its cache file is incomplete.', async () => {
  const first = await compiler()('text', '/a.mdx');
  assert.deepEqual(await compiler()('text', '/a.mdx'), first);
  assert.equal(compiled, 1);
  await compiler()('text', '/b.mdx');
  await compiler()('other text', '/a.mdx');
  assert.equal(compiled, 3);
  for (const name of await readdir(cache)) await writeFile(join(cache, name), '{"key":');
  await compiler()('other text', '/a.mdx');
  assert.equal(compiled, 4);
});
