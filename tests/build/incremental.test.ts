import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ferry, hashesOf, run, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');

/** Builds the content, and returns the hashes of the output and the pages of text that Astro rendered. */
async function build(name: string): Promise<Record<string, string>> {
  const OUT_DIR = join(folder, name);
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR, BASE_PATH: '/kb/', PREVIEW: '1' });
  assert.equal(code, 0, output);
  return hashesOf(OUT_DIR);
}

async function edit(file: string, from: RegExp, to: string): Promise<void> {
  const path = join(content, file);
  const text = await readFile(path, 'utf8');
  assert.match(text, from);
  await writeFile(path, text.replace(from, to));
}

/** Each changes a text that other pages may show. */
const EDITS: [string, RegExp, string][] = [
  ['en/concepts/toll.mdx', /^title: Toll$/m, 'title: The toll'],
  ['en/concepts/crossing.mdx', /The player says so,/, 'The player says so, as [the tide](kb:tide) has it [@rule-9],'],
  ['en/concepts/tide.mdx', /^## .* \[#/m, '## Another heading [#'],
  ['sources/rule-9.yaml', /^short: .*$/m, 'short: The ninth rule'],
];

test('A build after each change gives the same bytes as a clean build, though it renders only the pages that depend on it.', async () => {
  await ferry(content);
  await build('first');
  const built: Record<string, string>[] = [];
  for (const [at, [file, from, to]] of EDITS.entries()) {
    await edit(file, from, to);
    built.push(await build(`after-${at}`));
  }
  // Another folder has caches of its own.
  const clean = join(folder, 'clean');
  await ferry(clean);
  for (const [file, from, to] of EDITS) {
    const path = join(clean, file);
    await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
  }
  const OUT_DIR = join(folder, 'clean-out');
  const { code, output } = await run('build', { CONTENT_DIR: clean, OUT_DIR, BASE_PATH: '/kb/', PREVIEW: '1' });
  assert.equal(code, 0, output);
  assert.deepEqual(built.at(-1), await hashesOf(OUT_DIR));
});
