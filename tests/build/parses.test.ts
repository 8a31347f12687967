import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, small, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();

test('A build parses each page once, for the model and for the MDX compiler, and makes one model.', async () => {
  const content = join(folder, 'content');
  await small(content);
  const script = `
    import { build } from './src/commands/build.ts';
    if (!(await build())) process.exit(1);
    const marks = performance.getEntriesByType('mark');
    const pages = marks.filter(({ name }) => name === 'parse').map(({ detail }) => detail.split(/[\\\\/]/).slice(-3).join('/'));
    console.log(JSON.stringify({ model: marks.filter(({ name }) => name === 'model').length, pages }));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: join(folder, 'out') },
  });
  assert.equal(status, 0, stderr + stdout);
  const { model, pages } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { model: number; pages: string[] };
  assert.equal(model, 1);
  const counts = Object.values(Object.groupBy(pages, (page) => page.replace(/^content\//, ''))).map((one) => one!.length);
  assert.deepEqual(new Set(counts), new Set([1]));
  assert.equal(counts.length, 3);
});
