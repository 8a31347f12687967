import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import type { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { cacheOf } from '../../../src/cache/disk-cache.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { cachedReferences } from '../../../src/content/cached-references.ts';
import { referencesOf } from '../../../src/model/bibliography.ts';
import { startBackgroundThread } from '../../../src/output/background-thread.ts';
import { startBackground, type Background } from '../../../src/output/background.ts';
import { listFiles } from '../../../src/output/inventory.ts';
import { searchInput } from '../../../src/output/search-index.ts';
import type { ShareInput } from '../../../src/output/write-share-pages.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const own = mkdtempSync(join(tmpdir(), 'background-'));
after(() => rmSync(own, { recursive: true }));

const threads: Worker[] = [];
after(() => Promise.all(threads.map((thread) => thread.terminate())));

function start(folder: string): { background: Background; thread: Worker } {
  const thread = startBackgroundThread();
  threads.push(thread);
  return { background: startBackground(folder, thread), thread };
}

const shares = (href: string): ShareInput => ({
  shares: [{ lang: 'en', href: href as never, to: '/a/' as never, isPage: false, title: 'A', description: 'Words.', card: undefined }],
  base: '/',
  frames: { en: { origin: 'https://example.org', script: '/s/forward.js' as never, icon: '/i.svg' as never, home: '/' as never, site: 'Site' } },
});

test('The thread writes share pages, which are moved into the built folder.', async () => {
  const [folder, built] = [join(own, 'folder'), join(own, 'built')];
  mkdirSync(join(built, 's/b'), { recursive: true });
  writeFileSync(join(built, 'index.html'), '<p>Words</p>');
  const { background } = start(folder);
  background.writeShares(shares('/s/a/'));
  const written = await background.moveTo(built);
  assert.deepEqual([...written.keys()].sort(), ['s/a/index.html', 's/forward.js']);
  assert.equal(written.get('s/a/index.html'), hash('sha256', readFileSync(join(built, 's/a/index.html'))));
  assert.equal(existsSync(folder), false);
  assert.deepEqual(listFiles(built), ['index.html', 's/a/index.html', 's/forward.js']);
});

test('The thread writes the search, with its parts of the offline bundle.', async () => {
  const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
  const [folder, built, packed] = [join(own, 'search'), join(own, 'searched'), join(own, 'packed')];
  mkdirSync(built);
  const { background } = start(folder);
  background.writeSearch(searchInput(site!), { index: join(own, 'indexed'), packed });
  const written = await background.moveTo(built);
  assert.deepEqual([...written.keys()].sort(), listFiles(built));
  const packs = listFiles(built).filter((file) => file.startsWith('offline/'));
  const inPacks = packs.flatMap((file) => {
    const [head] = gunzipSync(readFileSync(join(built, file)))
      .toString()
      .split('\n');
    return (JSON.parse(head!) as [string][]).map(([path]) => path);
  });
  assert.deepEqual(
    inPacks.sort(),
    listFiles(built).filter((file) => !file.startsWith('offline/')),
  );
});

test('The thread formats the references into their cache.', async () => {
  const { site } = await checkSource(`${fixtures}bases/tomato`, '/');
  const sources = [...site!.locales[0]!.sources.values()].map(({ id, data }) => ({ id, data }));
  // Each content folder has a cache of its own.
  const content = join(own, 'content');
  after(() => rmSync(cacheOf('references', content), { force: true }));
  start(join(own, 'references')).background.formatReferences(content, sources);
  await appears(cacheOf('references', content));
  const { value } = deserialize(readFileSync(cacheOf('references', content))) as { value: ReadonlyMap<string, string> };
  assert.ok(value.size > 0);
  assert.deepEqual(value, referencesOf(sources));
  assert.deepEqual(await cachedReferences(content, sources), value);
});

test('The error of a task is that of the build, with its code.', async () => {
  writeFileSync(join(own, 'file'), '');
  for (const [folder, href, error] of [
    ['file/failing', '/s/a/', { code: 'ENOTDIR' }],
    ['failing', '/../../', /^Error: The file .*index\.html would be written outside of .*failing\.$/],
  ] as const) {
    const { background } = start(join(own, folder));
    background.writeShares(shares(href));
    await assert.rejects(background.moveTo(own), error);
  }
});

test('A thread that has ended rejects what was asked of it.', async () => {
  const { background, thread } = start(join(own, 'ended'));
  background.writeSearch([]);
  const moving = background.moveTo(own);
  moving.catch(() => undefined);
  await thread.terminate();
  await assert.rejects(moving, /^Error: The worker that writes the search exited with code \d\.$/);
});

test('A thread that has ended before anything is asked rejects what is asked later.', async () => {
  const { background, thread } = start(join(own, 'ended'));
  await thread.terminate();
  background.writeSearch([]);
  await assert.rejects(background.moveTo(own), /^Error: The worker that writes the search exited with code \d\.$/);
});

async function appears(file: string): Promise<void> {
  for (let tries = 0; !existsSync(file); tries += 1) {
    assert.ok(tries < 500, `${file} was not written`);
    await setTimeout(20);
  }
}

test('The share pages are written by the thread after the search, or by the caller if it needs them earlier.', async () => {
  for (const isLate of [true, false]) {
    const [folder, built] = [join(own, `shares-${isLate}`), join(own, `built-${isLate}`)];
    mkdirSync(built);
    const { background } = start(folder);
    background.writeSearch([]);
    background.writeShares(shares('/s/a/'));
    const file = join(folder, 's/a/index.html');
    if (isLate) await appears(file);
    assert.equal(existsSync(file), isLate);
    assert.deepEqual([...(await background.moveTo(built)).keys()].sort(), ['s/a/index.html', 's/forward.js']);
    assert.deepEqual(listFiles(built), ['s/a/index.html', 's/forward.js']);
  }
});
