/** A built base below a base path, in two languages, the second incomplete. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { LinkChecker } from 'linkinator';
import { serve } from '../../src/commands/serve.ts';
import type { EntryListItem } from '../../src/views/entry-list.ts';
import { builtSite, HOST } from '../sites.ts';
import { filesOf } from './base-copies.ts';
import { isForward } from './page-rules.ts';
import { find, headLinks, readPages, spoken, type Page } from './pages.ts';

const out = await builtSite('ferry');
const SITE = `${HOST}/kb/`;
const pages = new Map((await readPages(out)).map((page) => [page.file.replace(/index\.html$/, ''), page]));

const read = (file: string): Promise<string> => readFile(join(out, file), 'utf8');
const page = (path: string): Page => pages.get(path) ?? assert.fail(`${path} is not built`);
const canonicalOf = ({ tree }: Page): unknown => headLinks(tree, 'canonical')[0]?.href;
const alternatesOf = ({ tree }: Page): Record<string, unknown> =>
  Object.fromEntries(
    headLinks(tree, 'alternate')
      .filter(({ hrefLang }) => hrefLang)
      .map(({ hrefLang, href }) => [String(hrefLang), href]),
  );

test('Every URL in a page and in a stylesheet has the base path', async () => {
  for (const { file, tree } of pages.values()) {
    const links = find(tree, () => true).flatMap(({ tagName, properties: { href, src, dataIndex, dataPage, dataShare, dataTerms } }) => [
      href,
      src,
      dataIndex,
      // The anchor menu has the address of its page there, which is not a link.
      ...(tagName === 'anchor-menu' ? [dataShare] : [dataPage]),
      dataTerms,
    ]);
    for (const link of links) {
      if (typeof link === 'string' && !/^(?:https?:|mailto:|[#?])/.test(link)) assert.match(link, /^\/kb\//, `${file} leads to ${link}`);
    }
  }
  for (const file of await filesOf(out)) {
    if (!file.endsWith('.css')) continue;
    for (const [, link] of (await read(file)).matchAll(/url\(["']?([^"')]+)/g)) assert.match(link!, /^(?:\/kb\/|data:)/, `${file} loads ${link}`);
  }
});

/** The page that the service worker shows for a page that is not stored. No page links to it. */
const isWithoutNetwork = (path: string): boolean => /(?:^|\/)no-network\/$/.test(path);

test('Every link and fragment of the served site has a target, and every page is linked', async () => {
  const { url, close } = await serve({ folder: out, port: 0, base: '/kb/' });
  const { links } = await new LinkChecker().check({
    path: url,
    recurse: true,
    checkFragments: true,
    linksToSkip: async (link) => !link.startsWith(url),
  });
  await close();
  assert.deepEqual(
    links.filter(({ state }) => state === 'BROKEN').map(({ url: to, parent }) => `${parent} → ${to}`),
    [],
  );
  const seen = new Set(links.map(({ url: to }) => to.slice(url.length)));
  assert.deepEqual(
    // Only other sites link to an old URL.
    [...pages].filter(([path, one]) => path !== '404.html' && !isWithoutNetwork(path) && !seen.has(path) && !isForward(one)).map(([path]) => path),
    [],
  );
});

test('The canonical URL of a page is its own, that of a fallback its original', () => {
  for (const [path, one] of pages) {
    if (path === '404.html' || isWithoutNetwork(path)) assert.equal(canonicalOf(one), undefined);
    else if (isForward(one)) continue;
    else if (isFallback(one)) assert.equal(canonicalOf(one), SITE + path.replace(/^ru\//, ''), path);
    else assert.equal(canonicalOf(one), SITE + path, path);
  }
  assert.ok(isFallback(page('ru/concepts/ferry/')) && !isFallback(page('ru/concepts/crossing/')), 'both cases are there');
});

test('Hreflang lists the languages that have the page, without fallbacks', () => {
  const both = (path: string) => ({ 'x-default': SITE + path, en: SITE + path, ru: `${SITE}ru/${path}` });
  for (const path of ['', 'concepts/crossing/', 'article/', 'decide/may-cross/mine/cargo/']) {
    assert.deepEqual(alternatesOf(page(path)), both(path));
    assert.deepEqual(alternatesOf(page(`ru/${path}`)), both(path), 'the other page says the same');
  }
  for (const path of ['concepts/ferry/', 'ru/concepts/ferry/', 'sources/rule-14/', 'questions/copying-the-rules/', 'ru/questions/copying-the-rules/'])
    assert.deepEqual(alternatesOf(page(path)), {});
});

test('A page or walk without a translation has a notice in Russian, and its text is marked as English', () => {
  const notice = { text: 'Эта страница ещё не переведена. Язык текста: английский.', lang: 'ru' };
  const texts = {
    'ru/concepts/ferry/': 'Each player has one ferry',
    'ru/decide/which-boat/': 'How much cargo',
    'ru/decide/which-boat/much/': 'Take a large ferry.',
  };
  for (const [path, start] of Object.entries(texts)) {
    const said = spoken(page(path).tree);
    assert.deepEqual(
      said.filter(({ text }) => text === notice.text),
      [notice],
      path,
    );
    // A GOST citation is in Russian, whatever it cites.
    const own = said.filter(({ text }) => text.startsWith(start) && !text.includes(' // '));
    assert.deepEqual([...new Set(own.map(({ lang }) => lang))], ['en'], path);
  }
  assert.equal(find(page('ru/concepts/ferry/').tree, ({ tagName }) => tagName === 'html')[0]?.properties.lang, 'ru');
});

test('The sitemap lists every page except fallbacks once, with its URL and languages', async () => {
  assert.match(await read('robots.txt'), new RegExp(`^Sitemap: ${SITE}sitemap-index\\.xml$`, 'm'));
  assert.match(await read('sitemap-index.xml'), new RegExp(`<loc>${SITE}sitemap-0\\.xml</loc>`));
  const urls = [...(await read('sitemap-0.xml')).matchAll(/<url><loc>([^<]+)<\/loc>(.*?)<\/url>/g)];
  const listed = Object.fromEntries(
    urls.map(([, loc, rest]) => [
      loc,
      Object.fromEntries([...rest!.matchAll(/hreflang="(\w+)" href="([^"]+)"/g)].map(([, lang, href]) => [lang, href])),
    ]),
  );
  assert.equal(Object.keys(listed).length, urls.length, 'none is listed twice');
  const due = [...pages].filter(
    ([path, one]) => path !== '404.html' && !isFallback(one) && !isForward(one) && !/(?:^|\/)(?:(?:search|print|no-network)\/$|changes\/)/.test(path),
  );
  const languagesOf = (one: Page) => Object.fromEntries(Object.entries(alternatesOf(one)).filter(([lang]) => lang !== 'x-default'));
  assert.deepEqual(listed, Object.fromEntries(due.map(([path, one]) => [SITE + path, languagesOf(one)])));
});

test('index.json lists every address with a URL whose page has its fragment', async () => {
  const listed = JSON.parse(await read('index.json')) as EntryListItem[];
  for (const { id, url } of listed) {
    assert.ok(url.startsWith(SITE), `${id} is at ${url}`);
    const [path = '', fragment] = url.slice(SITE.length).split('#');
    const ids = find(page(path).tree, ({ properties }) => properties.id !== undefined).map(({ properties }) => properties.id);
    if (fragment) assert.ok(ids.includes(decodeURIComponent(fragment)), `${url} is there`);
  }
  const of = (lang: string, kind: string) => listed.filter((one) => one.lang === lang && one.kind === kind).map(({ id }) => id);
  assert.ok(of('en', 'concept').includes('ferry'));
  assert.deepEqual(of('ru', 'concept'), ['crossing', 'toll'], 'a fallback is not listed');
  assert.deepEqual(
    of('ru', 'node'),
    of('en', 'node').filter((id) => id.startsWith('may-cross.')),
  );
  assert.deepEqual(listed.find(({ id, lang }) => id === 'crossing.definition' && lang === 'en')?.covers, ['L2']);
  assert.deepEqual(of('ru', 'note'), ['crossing.fn-first']);
});

test('Every listed address has a share page in its language, which search engines do not index', async () => {
  const listed = JSON.parse(await read('index.json')) as EntryListItem[];
  for (const { id, lang, share } of listed) {
    const html = await read(`${share.slice(SITE.length)}index.html`);
    assert.match(html, new RegExp(`^<!DOCTYPE html>\n<html lang="${lang}">[^]*<meta name="robots" content="noindex">`), id);
  }
  assert.ok(listed.some(({ share }) => share === `${SITE}ru/s/crossing.by-night/`));
  assert.doesNotMatch(await read('sitemap-0.xml'), /\/s\//);
});

test('A page has its own image, a walk that of its outcome, a fallback that of its original, a list that of the site', () => {
  for (const [path, place] of Object.entries({
    'concepts/ferry/': 's/ferry/',
    'ru/concepts/ferry/': 's/ferry/',
    'ru/concepts/crossing/': 'ru/s/crossing/',
    'ru/decide/may-cross/mine/nothing/house/': 'ru/s/may-cross.house-decides/',
    'sources/rule-14/': 's/rule-14/',
    'ru/sources/': 'ru/s/index/',
  })) {
    const [image] = find(page(path).tree, ({ properties }) => properties.property === 'og:image');
    assert.equal(String(image?.properties.content).replace(/\?v=[0-9a-f]{8}$/, ''), `${SITE}${place}card.png`, path);
  }
});

/** A fallback says so. */
function isFallback({ tree }: Page): boolean {
  return find(tree, ({ properties }) => properties.className?.toString() === 'fallback').length > 0;
}
