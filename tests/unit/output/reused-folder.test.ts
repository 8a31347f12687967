import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { listFiles } from '../../../src/output/inventory.ts';
import { removeOthers, ReusedFolder } from '../../../src/output/reused-folder.ts';

const own = mkdtempSync(join(tmpdir(), 'reused-'));
after(() => rmSync(own, { recursive: true }));
const folder = join(own, 'folder');
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), 'utf8');

/** A folder as an earlier build left it. */
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  const earlier = new ReusedFolder(folder);
  for (const [name, text] of Object.entries({
    's/one/index.html': 'one',
    's/two/index.html': 'two',
    's/two/card.png': 'card',
    'about.html': 'about',
  }))
    earlier.write(name, text);
  utimesSync(path('s/one/index.html'), 1, 1);
});

test('A file that is the same stays, a changed one is written, and all others are removed.', () => {
  const reused = new ReusedFolder(folder);
  reused.write('s/one/index.html', 'one');
  reused.write('s/two/index.html', Buffer.from('new'));
  removeOthers(folder, reused.written);
  assert.deepEqual(listFiles(folder), ['s/one/index.html', 's/two/index.html']);
  assert.equal(statSync(path('s/one/index.html')).mtimeMs, 1000);
  assert.equal(read('s/two/index.html'), 'new');
  assert.deepEqual(
    [...reused.written],
    ['s/one/index.html', 's/two/index.html'].map((name) => [name, hash('sha256', read(name))]),
  );
});

test('A changed file is a new file, so that a link to another place is never written through.', () => {
  const elsewhere = join(own, 'elsewhere');
  // As long as the link itself.
  writeFileSync(elsewhere, elsewhere);
  rmSync(path('s/one/index.html'));
  symlinkSync(elsewhere, path('s/one/index.html'));
  rmSync(path('s/two/index.html'));
  linkSync(elsewhere, path('s/two/index.html'));
  const reused = new ReusedFolder(folder);
  reused.write('s/one/index.html', elsewhere);
  reused.write('s/two/index.html', 'new');
  rmSync(elsewhere);
  assert.equal(read('s/one/index.html'), elsewhere, 'a copy, not the link');
  assert.equal(read('s/two/index.html'), 'new');
});

test('A folder in the place of a file is replaced.', () => {
  mkdirSync(path('s/three/index.html/deep'), { recursive: true });
  new ReusedFolder(folder).write('s/three/index.html', 'three');
  assert.equal(read('s/three/index.html'), 'three');
});

test('A folder whose name contains a hash gets the name of this build.', () => {
  const earlier = new ReusedFolder(folder);
  earlier.write('index/aaaa/t0.json', 'text');
  earlier.write('index/ru/t0.json', 'текст');
  utimesSync(path('index/aaaa/t0.json'), 1, 1);
  const reused = new ReusedFolder(folder);
  reused.adopt('index/bbbb', /^[a-f]{4}$/);
  reused.write('index/bbbb/t0.json', 'text');
  removeOthers(folder, reused.written);
  assert.deepEqual(listFiles(folder), ['index/bbbb/t0.json']);
  assert.equal(statSync(path('index/bbbb/t0.json')).mtimeMs, 1000);
});

test('A file outside of the folder is an error.', () => {
  assert.throws(() => new ReusedFolder(folder).write('s/../../x', ''), /The file s\/\.\.\/\.\.\/x would be written outside of .*folder\./);
});

test('A file that is written twice has its last content, also in a new folder.', () => {
  for (const root of [folder, join(own, 'new')]) {
    const reused = new ReusedFolder(root);
    for (const text of ['first', 'last']) reused.write('s/three/index.html', text);
    assert.equal(readFileSync(join(root, 's/three/index.html'), 'utf8'), 'last');
    assert.equal(reused.written.get('s/three/index.html'), hash('sha256', 'last'));
  }
});
