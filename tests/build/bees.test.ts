/** A base of the fewest files, in German and in a right-to-left language without a translated interface, under a base path. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
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

test('A page in a right-to-left language has its direction; its interface is in the first language of the base, and marked.', async () => {
  const html = await read('ar/concepts/schwarm/index.html');
  assert.match(html, /<html lang="ar" dir="rtl">/);
  for (const page of ['concepts/schwarm/', 'concepts/', 'search/', 'about/', '']) assert.deepEqual(await unmarked(`ar/${page}index.html`), [], page);
  assert.match(await read('concepts/schwarm/index.html'), /<html lang="de">/);
});

/** Lists the Latin texts of a page that are marked neither as German nor as another language, without names of the base. */
async function unmarked(file: string): Promise<string[]> {
  const textsOf = (node: Nodes, lang: string): string[] => {
    if (node.type === 'text') return ['ar', 'en'].includes(lang) && /\p{Script=Latin}{3}/u.test(node.value) ? [node.value] : [];
    if (!('children' in node)) return [];
    const { tagName = '', properties = {} } = node as Partial<Element>;
    if (['head', 'pre', 'svg'].includes(tagName) || String(properties.className) === 'page-url') return [];
    return node.children.flatMap((child) => textsOf(child, String(properties.lang ?? lang)));
  };
  return textsOf(fromHtml(await read(file)), '').filter((text) => !['Bienen im Garten', 'CC0 1.0'].includes(text));
}

test('A table column gets its alignment from a class.', async () =>
  assert.match(await read('concepts/schwarm/index.html'), /<td class="align-right">12<\/td>/));
