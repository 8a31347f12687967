import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { diagramKey, readDrawing, staleDrawings, writeDrawing } from '../../../src/diagrams/cache.ts';

const folder = await mkdtemp(join(tmpdir(), 'drawings-'));
after(() => rm(folder, { recursive: true }));

test('The key is short, the same for the same source, and another for another source or font', () => {
  assert.match(diagramKey('flowchart TB'), /^[0-9a-f]{10}$/);
  assert.equal(diagramKey('flowchart TB'), diagramKey('flowchart TB'));
  assert.notEqual(diagramKey('flowchart TB'), diagramKey('flowchart LR'));
  assert.notEqual(diagramKey('flowchart TB'), diagramKey('flowchart TB', 'Literata 3.1'));
});

const bare = { svg: '<svg></svg>', title: '', description: '', linked: false, hidden: true, nodes: [] };

test('A drawing is read back as it was written, and not for a source that has changed', async () => {
  const drawing = {
    svg: '<svg><text>é</text></svg>',
    title: 'A “title”',
    description: '',
    linked: true,
    hidden: true,
    nodes: [{ id: 'start', x: 4, y: 5 }],
  };
  await writeDrawing(folder, 'reach-en', 'one', drawing);
  assert.deepEqual(await readDrawing(folder, 'reach-en', 'one'), drawing);
  assert.equal(await readDrawing(folder, 'reach-en', 'two'), undefined);
  assert.deepEqual((await readdir(folder)).sort(), [`reach-en.${diagramKey('one')}.json`, `reach-en.${diagramKey('one')}.svg`]);
});

test('A drawing without its JSON file is missing', async () => {
  const other = await mkdtemp(join(folder, 'half-'));
  await writeDrawing(other, 'a', 'one', bare);
  assert.deepEqual(await readDrawing(other, 'a', 'one'), bare);
  await rm(join(other, `a.${diagramKey('one')}.json`));
  assert.equal(await readDrawing(other, 'a', 'one'), undefined);
  await rm(other, { recursive: true });
});

test('A folder that does not exist has no drawings and no stale files', async () => {
  assert.equal(await readDrawing(join(folder, 'none'), 'a', 'b'), undefined);
  assert.deepEqual(await staleDrawings(join(folder, 'none'), []), []);
});

test('Both files of a drawing without a wanted source are stale, sorted by name; other files are ignored', async () => {
  await writeDrawing(folder, 'b', 'old', bare);
  await writeDrawing(folder, 'a', 'old', bare);
  await writeDrawing(folder, 'a', 'new', bare);
  await writeFile(join(folder, 'README.md'), '');
  const wanted = [
    { name: 'a', source: 'new' },
    { name: 'reach-en', source: 'one' },
  ];
  const stale = ['a', 'b'].flatMap((name) => ['json', 'svg'].map((type) => join(folder, `${name}.${diagramKey('old')}.${type}`)));
  assert.deepEqual(await staleDrawings(folder, wanted), stale);
});
