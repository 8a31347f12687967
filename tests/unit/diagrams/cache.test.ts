import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { diagramKey, readDrawing, staleDrawings, writeDrawing } from '../../../src/diagrams/cache.ts';

const folder = await mkdtemp(join(tmpdir(), 'drawings-'));
after(() => rm(folder, { recursive: true }));

test('the key is short, the same for the same source, and another for another source or font', () => {
  assert.match(diagramKey('flowchart TB'), /^[0-9a-f]{10}$/);
  assert.equal(diagramKey('flowchart TB'), diagramKey('flowchart TB'));
  assert.notEqual(diagramKey('flowchart TB'), diagramKey('flowchart LR'));
  assert.notEqual(diagramKey('flowchart TB'), diagramKey('flowchart TB', 'Literata 3.1'));
});

test('a drawing is read back byte for byte, and not for a source that has changed', async () => {
  await writeDrawing(folder, 'reach-en', 'one', '<svg>é</svg>');
  assert.equal(await readDrawing(folder, 'reach-en', 'one'), '<svg>é</svg>');
  assert.equal(await readDrawing(folder, 'reach-en', 'two'), undefined);
  assert.deepEqual(await readdir(folder), [`reach-en.${diagramKey('one')}.svg`]);
});

test('a folder that is not there has no drawing and none that is stale', async () => {
  assert.equal(await readDrawing(join(folder, 'none'), 'a', 'b'), undefined);
  assert.deepEqual(await staleDrawings(join(folder, 'none'), []), []);
});

test('what no wanted source needs is stale, in the order of names, and other files are none of its business', async () => {
  await writeDrawing(folder, 'b', 'old', '<svg/>');
  await writeDrawing(folder, 'a', 'old', '<svg/>');
  await writeDrawing(folder, 'a', 'new', '<svg/>');
  await writeFile(join(folder, 'README.md'), '');
  const wanted = [
    { name: 'a', source: 'new' },
    { name: 'reach-en', source: 'one' },
  ];
  assert.deepEqual(await staleDrawings(folder, wanted), [join(folder, `a.${diagramKey('old')}.svg`), join(folder, `b.${diagramKey('old')}.svg`)]);
});
