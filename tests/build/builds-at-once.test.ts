import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, small, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();

test('Two simultaneous builds of different content and addresses do not mix their files', async () => {
  const build = async (name: string) => {
    const content = await small(join(folder, name), {
      'en/concepts/rose.mdx': (text) => text.replace('grows out of the ground', `grows out of a ${name}`),
    });
    const out = join(folder, `${name}-out`);
    const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out, SITE_URL: `https://${name}.example` });
    assert.equal(code, 0, output);
    const html = await readFile(join(out, 'concepts/rose/index.html'), 'utf8');
    return /rel="canonical" href="https:\/\/(\w+)\.example\/.*grows out of a (\w+)\./s.exec(html)?.slice(1);
  };
  const names = ['pot', 'bed'];
  assert.deepEqual(
    await Promise.all(names.map(build)),
    names.map((name) => [name, name]),
  );
});
