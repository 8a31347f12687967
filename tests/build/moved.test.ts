import assert from 'node:assert/strict';
import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { run, temporaryFolder, tomato } from './building.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const out = join(folder, 'out');
const read = (file: string) => readFile(join(out, file), 'utf8');
const permalinks = (today: string, ...given: string[]) => run('permalinks', { CONTENT_DIR: content, TODAY: today }, undefined, given);
const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(content, file), change(await readFile(join(content, file), 'utf8')));
const redirect = (lines: string): Promise<void> => writeFile(join(content, 'redirects.yaml'), lines);
/** The place of a fragment in a page. */
const at = (html: string, id: string): number => html.indexOf(`id="${id}"`);

before(async () => {
  await tomato(content);
  await run('ids', { CONTENT_DIR: content });
  await permalinks('2026-01-01', '--new');
  // An answer of the tree gets another name, so that every walk over it does; a paragraph is taken out, and a page gets another name.
  await edit('en/concepts/vegetable.mdx', (text) => text.replace(/^The Tariff Act taxed.*\n\n/m, ''));
  await rename(join(content, 'en/concepts/ordinary-meaning.mdx'), join(content, 'en/concepts/plain-meaning.mdx'));
  for (const file of (await readdir(content, { recursive: true })).filter((one) => /(?:mdx|yaml)$/.test(one) && !/^(?:sources|diagrams)/.test(one)))
    await edit(file, (text) => text.replaceAll('ordinary-meaning', 'plain-meaning'));
  for (const lang of ['en', 'ru']) await edit(`${lang}/decisions/which-word.yaml`, (text) => text.replaceAll('customs', 'duty'));
});

test('A build without an address that was published is refused with the line to add, and nothing is built.', async () => {
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(code, 1);
  assert.match(output, /redirects\.yaml:1:1 {2}lost-address {2}“vegetable\.definition\.1” .* as “vegetable\.definition\.1: /);
  await assert.rejects(read('index.html'));
});

test('An address whose passage is gone is answered on its page, with a line that says when.', async () => {
  await redirect('vegetable.definition.1: vegetable.definition.2\nwhich-word/customs: which-word\n');
  const renewed = await permalinks('2026-02-02');
  assert.equal(renewed.code, 0, renewed.output);
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out, BASE_PATH: '/kb/' });
  assert.equal(code, 0, output);
  const html = await read('concepts/vegetable/index.html');
  assert.match(
    html,
    /<div class="redirect-anchor" id="definition\.1"[^>]*><p>The passage that this link named was moved here, .*on 2026-02-02\.<\/p><\/div>/,
  );
  assert.ok(at(html, 'definition.1') < at(html, 'at-table'));
  assert.ok(at(html, 'definition.2') > 0, 'the table keeps its number');
});

test('The old URL of a renamed page leads on, with each of its fragments, in every language.', async () => {
  for (const [prefix, title] of [
    ['', 'This page has moved'],
    ['ru/', 'Страница переехала'],
  ] as const) {
    const html = await read(`${prefix}concepts/ordinary-meaning/index.html`);
    assert.match(html, new RegExp(`<h1>${title}</h1>`));
    assert.match(html, new RegExp(`<a class="redirect" href="/kb/${prefix}concepts/plain-meaning/">`));
    assert.match(html, new RegExp(`id="dictionaries"><a href="/kb/${prefix}concepts/plain-meaning/#dictionaries">`));
    assert.match(html, new RegExp(`<link rel="canonical" href="[^"]*/kb/${prefix}concepts/plain-meaning/">`));
    assert.match(html, /<meta name="robots" content="noindex">/);
  }
  const sitemap = await read('sitemap-0.xml');
  assert.ok(!sitemap.includes('ordinary-meaning'));
});

test('The share pages of a renamed page and of its sections lead to its heir, with the heir’s card.', async () => {
  for (const [name, fragment] of [
    ['', ''],
    ['.dictionaries', '#dictionaries'],
  ]) {
    const html = await read(`s/ordinary-meaning${name}/index.html`);
    assert.match(html, new RegExp(`data-to="/kb/concepts/plain-meaning/${fragment}"`));
    assert.match(html, new RegExp(`<meta property="og:image" content="[^"]*/kb/s/plain-meaning${name}/card\\.png\\?v=`));
  }
});

test('The address of a walk whose answers have changed says so, and leads on with those that still stand.', async () => {
  const html = await read('decide/which-word/customs/no/yes/index.html');
  assert.match(html, /<h1>The questions have changed<\/h1>/);
  assert.match(html, /<a class="button" href="\/kb\/decide\/which-word\/">/);
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.match(await read('ru/decide/which-word/customs/index.html'), /<h1>Вопросы изменились<\/h1>/);
  assert.match(await read('decide/which-word/duty/no/yes/index.html'), /Call it a vegetable/);
});
