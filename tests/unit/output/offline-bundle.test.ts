import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { listFiles } from '../../../src/output/inventory.ts';
import { packFiles, partPath, writeOfflineBundle } from '../../../src/output/offline-bundle.ts';

/** The cached parts of the bundles before. */
const cache = await mkdtemp(join(tmpdir(), 'packed-'));
after(() => rm(cache, { recursive: true }));

/**
 * Writes the bundle of some files, of which another thread has packed those of `search-index/`. Returns the name of each part with the paths in it, the
 * text of all parts, and the size that readers see.
 */
async function bundleOf(files: Record<string, string>): Promise<{ parts: Map<string, string[]>; text: string; bytes: number; worker: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'offline-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const read = (file: string): Buffer => readFileSync(join(folder, file));
    const isSearch = (file: string): boolean => file.startsWith('search-index/');
    const all = listFiles(folder);
    await mkdir(join(folder, 'offline'), { recursive: true });
    for (const pack of await packFiles(all.filter(isSearch), read, cache)) await writeFile(join(folder, partPath(pack)), pack);
    const packs = await packFiles(
      all.filter((file) => !isSearch(file)),
      read,
      cache,
    );
    const size = await writeOfflineBundle(folder, listFiles(folder), packs);
    const parts = new Map<string, string[]>();
    let [sum, text] = [0, ''];
    for (const name of (await readdir(join(folder, 'offline'))).filter((one) => one.endsWith('.pack'))) {
      const pack = await readFile(join(folder, 'offline', name));
      assert.equal(`${createHash('sha256').update(pack).digest('hex').slice(0, 16)}.pack`, name);
      sum += pack.length;
      const unpacked = gunzipSync(pack).toString();
      text += unpacked;
      const [head] = unpacked.split('\n');
      parts.set(
        name,
        (JSON.parse(head!) as [string][]).map(([path]) => path),
      );
    }
    assert.equal(size, sum);
    const { bytes } = JSON.parse(await readFile(join(folder, 'offline.json'), 'utf8')) as { bytes: number };
    return { parts, text, bytes, worker: await readFile(join(folder, 'offline.js'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const site = (change: Record<string, string> = {}): Record<string, string> => ({
  ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`concepts/p${at}/index.html`, `<p>${at}</p>`])),
  'index.html': '<p>Home</p>',
  's/p1/index.html': '<p>For a chat</p>',
  'ru/s/p1/index.html': '<p>For a chat</p>',
  'ru/llms-full.txt': 'For programs',
  'search-index/index.json': '{}',
  'offline/note.html': '<p>A file of the base</p>',
  ...change,
});

test('The bundle has every page once, in parts with a hash as name that the worker lists, and its size is known.', async () => {
  const { parts, bytes, worker } = await bundleOf(site());
  const paths = [...parts.values()].flat();
  assert.equal(paths.length, 303);
  assert.equal(new Set(paths).size, 303);
  assert.ok(paths.includes('') && paths.includes('concepts/p7/') && paths.includes('search-index/index.json'));
  assert.ok(parts.size > 5 && parts.size < 40);
  for (const name of parts.keys()) assert.ok(worker.includes(name.replace('.pack', '')));
  assert.ok(bytes > 0);
});

test('A changed page changes one part, a new page one or two; the others keep their names.', async () => {
  const { parts: before } = await bundleOf(site());
  const added = async (change: Record<string, string>): Promise<number> =>
    [...(await bundleOf(site(change))).parts.keys()].filter((name) => !before.has(name)).length;
  assert.equal(await added({ 'concepts/p150/index.html': '<p>Changed</p>' }), 1);
  assert.match((await bundleOf(site({ 'concepts/p150/index.html': '<p>Changed again</p>' }))).text, /Changed again/);
  assert.ok((await added({ 'concepts/p1500/index.html': '<p>New</p>' })) <= 2);
});

test('A large page ends its part.', async () => {
  const large = 'x'.repeat(500_000);
  const { parts } = await bundleOf({ 'a/index.html': large, 'b/index.html': large, 'c/index.html': 'small' });
  assert.deepEqual([...parts.values()].map((paths) => paths.length).sort(), [1, 1, 1]);
});
