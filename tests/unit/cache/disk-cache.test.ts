import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { cacheOf, hashOf, readCached, storeCached } from '../../../src/cache/disk-cache.ts';

const folder = await mkdtemp(join(tmpdir(), 'cache-'));
after(() => rm(folder, { recursive: true }));
const path = join(folder, 'deep/value');

test('A value is read with its key, and only with it.', () => {
  const value = { words: new Map([['one', 1]]), bytes: new Uint8Array([1, 2]) };
  assert.equal(readCached(path, 'a'), undefined);
  assert.equal(storeCached(path, 'a', value), value);
  assert.deepEqual(readCached<typeof value>(path, 'a')!.words, value.words);
  assert.deepEqual([...readCached<typeof value>(path, 'a')!.bytes], [1, 2]);
  assert.equal(readCached(path, 'b'), undefined);
});

test('A file that is not complete has no value.', async () => {
  storeCached(path, 'a', 'text');
  for (const name of await readdir(join(folder, 'deep'))) await writeFile(join(folder, 'deep', name), 'cut off');
  assert.equal(readCached(path, 'a'), undefined);
});

test('A value that cannot be stored is returned, and leaves no file.', async () => {
  assert.equal(storeCached(join(folder, 'file'), 'a', 'text'), 'text');
  const inFile = join(folder, 'file/below');
  assert.equal(storeCached(inFile, 'a', 'text'), 'text');
  assert.equal(readCached(inFile, 'a'), undefined);
  const cannotBeCopied = () => undefined;
  assert.equal(storeCached(join(folder, 'function'), 'a', cannotBeCopied), cannotBeCopied);
  assert.deepEqual((await readdir(folder)).sort(), ['deep', 'file']);
});

test('Two content folders have two caches, and texts are hashed apart.', () => {
  assert.notEqual(cacheOf('x', 'a'), cacheOf('x', 'b'));
  assert.equal(cacheOf('x', 'a'), cacheOf('x', './a/'));
  assert.notEqual(hashOf('ab', 'c'), hashOf('a', 'bc'));
});
