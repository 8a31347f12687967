/** Removed addresses: those of the test base are in its permalinks and redirects. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite, HOST } from '../sites.ts';
import { ferry, run, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();
const out = await builtSite('ferry');
const read = (file: string) => readFile(join(out, file), 'utf8');
/** Returns the position of a fragment in a page. */
const at = (html: string, id: string): number => html.indexOf(`id="${id}"`);

test('If a published address is missing, the build fails with the line to add, and nothing is built.', async () => {
  const content = await ferry(join(folder, 'content'), { 'redirects.yaml': (text) => text.replace(/^toll\.definition\.2: .*\n/m, '') });
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'out') });
  assert.equal(code, 1);
  assert.match(output, /redirects\.yaml:1:1 {2}lost-address {2}“toll\.definition\.2” .* as “toll\.definition\.2: /);
  await assert.rejects(readFile(join(folder, 'out/index.html')));
});

test('The old address of a removed passage has an anchor on its page, with a dated notice.', async () => {
  const html = await read('concepts/toll/index.html');
  assert.match(
    html,
    /<div class="redirect-anchor" id="definition\.2"[^>]*><p>The passage at this link was moved here, [^<]*on [^<]*2026\.<\/p><\/div>/,
  );
  assert.ok(at(html, 'definition.2') < at(html, 'definition.1'));
  assert.ok(at(html, 'definition.1') > 0, 'the paragraph keeps its number');
});

test('The old URL of a renamed page redirects, with each of its fragments, in every language.', async () => {
  for (const [prefix, title] of [
    ['', 'This page has moved'],
    ['ru/', 'Страница переехала'],
  ] as const) {
    const html = await read(`${prefix}concepts/jetty/index.html`);
    assert.match(html, new RegExp(`<h1>${title}</h1>`));
    assert.match(html, new RegExp(`<a class="redirect" href="/kb/${prefix}concepts/landing-stage/">`));
    assert.match(html, new RegExp(`id="taken"><a href="/kb/${prefix}concepts/landing-stage/#taken">`));
    assert.match(html, new RegExp(`<link rel="canonical" href="${HOST}/kb/${prefix}concepts/landing-stage/">`));
    assert.match(html, /<meta name="robots" content="noindex">/);
  }
  assert.ok(!(await read('sitemap-0.xml')).includes('jetty'));
});

test('The share pages of a renamed page and of its sections redirect to the new page, with its card.', async () => {
  for (const [name, fragment] of [
    ['', ''],
    ['.taken', '#taken'],
  ]) {
    const html = await read(`s/jetty${name}/index.html`);
    assert.match(html, new RegExp(`data-to="/kb/concepts/landing-stage/${fragment}"`));
    assert.match(html, new RegExp(`<meta property="og:image" content="[^"]*/kb/s/landing-stage${name}/card\\.png\\?v=`));
  }
});

test('The page of a walk whose answers changed has a notice, and links to the state that the remaining answers reach.', async () => {
  const html = await read('decide/may-cross/mine/empty-handed/house/index.html');
  assert.match(html, /<h1>The questions have changed<\/h1>/);
  assert.match(html, /<a class="button" href="\/kb\/decide\/may-cross\/mine\/nothing\/house\/">/);
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.match(await read('ru/decide/may-cross/mine/empty-handed/index.html'), /<h1>Вопросы изменились<\/h1>/);
  assert.match(await read('decide/may-cross/mine/nothing/house/index.html'), /The rules of the table decide/);
});
