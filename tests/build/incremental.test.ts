import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { INVENTORY } from '../../src/output/inventory.ts';
import { builtSite, change, HOST, SITES } from '../sites.ts';
import { ferry, hashesOf, run, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();

/** Builds a folder, and returns the hashes of the output. */
async function build(CONTENT_DIR: string, command: 'build' | 'pdf', env: Record<string, string>): Promise<Record<string, string>> {
  const OUT_DIR = `${CONTENT_DIR}-out`;
  const { code, output } = await run(command, { CONTENT_DIR, OUT_DIR, BASE_PATH: SITES.ferry.base, SITE_URL: HOST, ...env });
  assert.equal(code, 0, output);
  return hashesOf(OUT_DIR);
}

test('The same content gives the same bytes, the PDF included, in another folder, time zone and language.', async () => {
  const content = await ferry(join(folder, 'copy'));
  const built = await build(content, 'pdf', { TZ: 'Asia/Kamchatka', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' });
  assert.deepEqual(built, await hashesOf(await builtSite('ferry')));
});

// A change of a file that is not a page renders every page, so the changes are in pages only.
test('A build after changes gives the same bytes as a clean build, though it renders only the pages that depend on them.', async () => {
  const content = await ferry(join(folder, 'content'));
  await build(content, 'build', { PREVIEW: '1' });
  const { changes } = SITES['ferry-later'];
  const isOfText = ([file]: (typeof changes)[number]): boolean => file === 'en/concepts/crossing.mdx';
  // No title and no heading: the pages that do not show the text are taken from the cache.
  await change(content, changes.filter(isOfText));
  await build(content, 'build', { PREVIEW: '1' });
  const pageOf = (path: string): Promise<string> => readFile(join(`${content}-out`, path, 'index.html'), 'utf8');
  assert.match(await pageOf('sources/rule-9'), /class="backlinks".*href="[^"]*concepts\/crossing\/#end"/s, 'a source lists the new citation');
  assert.match(await pageOf('concepts/tide'), /class="backlinks".*href="[^"]*concepts\/crossing\/#end"/s, 'a page lists the new link');
  // The third build also uses files of the first again, which are those before the changes.
  await change(
    content,
    changes.filter((one) => !isOfText(one)),
  );
  assert.deepEqual(await build(content, 'build', { PREVIEW: '1' }), await hashesOf(await builtSite('ferry-later')));
  const listed = spawnSync('sha256sum', ['--check', '--strict', '--quiet', INVENTORY], { cwd: `${content}-out`, encoding: 'utf8' });
  assert.equal(listed.status, 0, listed.stdout + listed.stderr);
});
