/** A base of the fewest files, in languages without a translated interface, one of them written from right to left, under a base path. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { filesOf, root, run, temporaryFolder } from './base-copies.ts';

const out = join(temporaryFolder(), 'site');
const read = (file: string): Promise<string> => readFile(join(out, file), 'utf8');

before(async () => {
  const { code, output } = await run('build', { CONTENT_DIR: join(root, 'tests/fixtures/bases/bees'), OUT_DIR: out, BASE_PATH: 'kb' });
  assert.equal(code, 0, output);
});

test('A part that the base lacks is on no page, in no menu and in no sitemap.', async () => {
  const files = await filesOf(out);
  for (const list of ['questions', 'answers', 'sources', 'map', 'decide', 'article', 'vocabulary', 'differences']) {
    assert.ok(!files.some((file) => file.startsWith(`${list}/`)), list);
    for (const file of ['index.html', 'concepts/schwarm/index.html', 'about/index.html', 'search/index.html', '404.html', 'sitemap-0.xml'])
      assert.ok(!(await read(file)).includes(`/kb/${list}/`), `${file} links to ${list}`);
  }
  for (const file of ['index.html', 'concepts/schwarm/index.html', 'about/index.html', 'search/index.html']) {
    const [, text = ''] = /<body[^>]*>(.*)<\/body>/s.exec(await read(file)) ?? [];
    assert.doesNotMatch(text.replaceAll(/<[^>]*>/g, ' '), /\b(?:law|court|statute|article|source|term|question|decision)s?\b/i, file);
  }
});

test('A page in a right-to-left language has its direction; its English interface is marked as English.', async () => {
  const html = await read('ar/concepts/schwarm/index.html');
  assert.match(html, /<html lang="ar" dir="rtl">/);
  assert.match(html, /<a class="skip"[^>]* lang="en"[^>]* dir="ltr"|<a class="skip"[^>]* dir="ltr"[^>]* lang="en"/);
  assert.match(await read('concepts/schwarm/index.html'), /<html lang="de">/);
});

test('A table column gets its alignment from a class.', async () =>
  assert.match(await read('concepts/schwarm/index.html'), /<td class="align-right">12<\/td>/));
