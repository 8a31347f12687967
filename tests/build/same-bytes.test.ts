import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite, HOST, SITES } from '../sites.ts';
import { hashesOf, root, run, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();

test('The same content gives the same bytes, the PDF included, in another folder, time zone and language', async () => {
  const { content, command, base } = SITES.ferry;
  const [CONTENT_DIR, OUT_DIR] = [join(folder, 'copy'), join(folder, 'dist')];
  await cp(join(root, content), CONTENT_DIR, { recursive: true });
  const elsewhere = { TZ: 'Asia/Kamchatka', LANG: 'ru_RU.UTF-8', LC_ALL: 'ru_RU.UTF-8' };
  const { code, output } = await run(command, { CONTENT_DIR, OUT_DIR, BASE_PATH: base, SITE_URL: HOST, ...elsewhere });
  assert.equal(code, 0, output);
  assert.deepEqual(await hashesOf(OUT_DIR), await hashesOf(await builtSite('ferry')));
});
