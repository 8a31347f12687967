import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { before, test } from 'node:test';
import { cacheOf } from '../../src/cache/disk-cache.ts';
import { root, small, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();

/** Builds, and prints how many models were made, and the pages that were parsed. */
const SCRIPT = `
  import { build } from './src/commands/build.ts';
  if (!(await build())) process.exit(1);
  const marks = performance.getEntriesByType('mark');
  const pages = marks.filter(({ name }) => name === 'parse').map(({ detail }) => detail.split(/[\\\\/]/).slice(-3).join('/'));
  console.log(JSON.stringify({ models: marks.filter(({ name }) => name === 'model').length, pages }));`;

interface Built {
  /** The words of the site and of the content on a page. */
  names: string[];
  models: number;
  pages: string[];
}

async function build(name: string): Promise<Built> {
  const content = await small(join(folder, name), {
    'en/concepts/rose.mdx': (former) => former.replace('grows out of the ground', `grows out of a ${name}`),
  });
  // With a cache there is no thread for parsing, whose marks this process would not see.
  await mkdir(cacheOf('parsed', content), { recursive: true });
  const out = join(folder, `${name}-out`);
  const env = { ...process.env, CONTENT_DIR: content, OUT_DIR: out, SITE_URL: `https://${name}.example` };
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root, env });
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  assert.equal(code, 0, errors + output);
  const html = await readFile(join(out, 'concepts/rose/index.html'), 'utf8');
  const names = /rel="canonical" href="https:\/\/(\w+)\.example\/.*grows out of a (\w+)\./s.exec(html)?.slice(1) ?? [];
  return { names, ...(JSON.parse(output.trim().split('\n').at(-1)!) as Omit<Built, 'names'>) };
}

const NAMES = ['pot', 'bed'];
let built: Built[];
before(async () => void (built = await Promise.all(NAMES.map(build))));

test('Two simultaneous builds of different content and addresses do not mix their files', () =>
  assert.deepEqual(
    built.map(({ names }) => names),
    NAMES.map((name) => [name, name]),
  ));

test('A build parses each page once, for the model and for the MDX compiler, and makes one model.', () => {
  for (const { models, pages } of built) {
    assert.equal(models, 1);
    const counts = Object.values(Object.groupBy(pages, (page) => page.replace(/^[^/]+\/(?=en\/index)/, ''))).map((one) => one!.length);
    assert.deepEqual(new Set(counts), new Set([1]));
    assert.equal(counts.length, 3);
  }
});
