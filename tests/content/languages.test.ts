/** The two languages of the real content have the same addresses. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from '../sites.ts';

const site = await builtSite('content');
const files = await readdir(site, { recursive: true });
const pages = new Set(files.filter((file) => file.endsWith('index.html')));
/** Each language has its own changes. */
const originals = [...pages].filter((file) => !/^(?:ru|s|changes)\//.test(file));

const read = (file: string): Promise<string> => readFile(join(site, file), 'utf8');

/** Whether a page only leads to a newer address. */
const isMoved = (file: string, html: string): boolean => {
  const [, to] = /<link rel="canonical" href="https:\/\/[^/]+\/([^"]*)">/.exec(html) ?? [];
  return to !== file.replace(/index\.html$/, '');
};

/** Not of passages: the ids of redirects, of the inside of drawings, and of the letters of an alphabet. */
const NONE = /redirect-anchor|^<(?:svg|marker|title|desc)\b|\sid="?letter-/;

function passagesOf(html: string): string[] {
  const main = /<main[\s>].*<\/main>/s.exec(html)?.[0] ?? '';
  return [...main.matchAll(/<[^>]*\sid="?([^"\s>]+)[^>]*>/g)].flatMap(([tag, id]) => (NONE.test(tag) ? [] : [id!]));
}

test('Every page of the first language has its page in the other, with the same passages.', async () => {
  const missing: string[] = [];
  let passages = 0;
  for (const file of originals) {
    const html = await read(file);
    if (isMoved(file, html)) continue;
    if (pages.has(`ru/${file}`)) {
      const own = passagesOf(html);
      const other = new Set(passagesOf(await read(`ru/${file}`)));
      passages += own.length;
      missing.push(...own.filter((id) => !other.has(id)).map((id) => `${file}#${id}`));
    } else missing.push(file);
  }
  assert.ok(passages > 3000, `${passages} passages`);
  assert.deepEqual(missing, []);
});
