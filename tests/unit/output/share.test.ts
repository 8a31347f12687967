import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import ogs from 'open-graph-scraper';
import { checkSource } from '../../../src/checks/check-source.ts';
import { stringsOf, type Strings } from '../../../src/i18n/index.ts';
import type { Href } from '../../../src/model/address.ts';
import type { Site } from '../../../src/model/site.ts';
import { entryList } from '../../../src/views/entry-list.ts';
import { ReusedFolder } from '../../../src/output/reused-folder.ts';
import { shareInput, writeShares } from '../../../src/output/write-share-pages.ts';
import { pictureOf, shareHref, sharesOf, type Share } from '../../../src/views/share-links.ts';

const wordsOf = (lang: string): Strings => stringsOf(lang, ['en', 'ru']);

const BASE = '/kb/';
const ORIGIN = 'https://tomato.example';
const folder = mkdtempSync(join(tmpdir(), 'shares-'));
after(() => rmSync(folder, { recursive: true, force: true }));

let site: Site;
let shares: Map<string, Share>;

before(async () => {
  site = await tomato('passages');
  shares = new Map(sharesOf(site, wordsOf).map((share) => [share.href, share]));
  await writeShares(shareInput(site, wordsOf), new ReusedFolder(folder));
});

async function tomato(cards: Site['data']['social-cards']): Promise<Site> {
  const { site, diagnostics } = await checkSource('tests/fixtures/bases/tomato', BASE);
  assert.deepEqual(diagnostics, []);
  return { ...site!, data: { ...site!.data, 'social-cards': cards } };
}

const share = (href: string): Share => shares.get(`${BASE}${href}`) ?? assert.fail(`${href} has no share page`);
const read = (href: string): Promise<string> => readFile(join(folder, href.slice(BASE.length), 'index.html'), 'utf8');
const hrefOf = (lang: string, address: string): string => {
  const locale = site.locales.find((one) => one.lang === lang)!;
  return shareHref(site, locale, locale.index.get(address)!);
};

test('There is a share page for each page, section, note, node, outcome, source and point.', () => {
  const addresses = [
    'index',
    'fruit',
    'fruit.definition',
    'fruit.fn-vine',
    'which-word',
    'which-word.purpose',
    'which-word.fruit-it-is',
    'nix-v-hedden',
    'article',
    'article.P2',
  ];
  for (const address of addresses) share(`s/${address}/`);
  assert.equal(share('s/fruit.definition/').to, '/kb/concepts/fruit/#definition');
  assert.equal(share('s/which-word.fruit-it-is/').to, '/kb/decide/which-word/#fruit-it-is');
});

test('A source with an id that ends in a number has its own share page.', () => {
  assert.equal(share('s/eu-2001.113/').to, '/kb/sources/eu-2001.113/');
  const { share: listed } = entryList(site, ORIGIN).find(({ id }) => id === 'eu-2001.113')!;
  assert.equal(listed, `${ORIGIN}/kb/s/eu-2001.113/`);
});

test('Another language has its own share pages, and none for untranslated texts.', () => {
  assert.equal(share('ru/s/vegetable.at-table/').to, '/kb/ru/concepts/vegetable/#at-table');
  assert.equal(share('ru/s/vegetable.at-table/').title, 'Проверка столом · Овощ');
  assert.equal(shares.has('/kb/ru/s/fruit/'), false);
  assert.equal(hrefOf('ru', 'fruit.definition'), '/kb/s/fruit.definition/');
});

test('A paragraph has its own share page and card; the intro of a page has those of the page.', () => {
  assert.equal(hrefOf('en', 'fruit.definition.2'), '/kb/s/fruit.definition.2/');
  assert.equal(hrefOf('en', 'fruit.intro'), '/kb/s/fruit/');
  assert.equal(hrefOf('en', 'fruit.intro.1'), '/kb/s/fruit.intro.1/');
  assert.equal(hrefOf('ru', 'vegetable.at-table.1'), '/kb/ru/s/vegetable.at-table.1/');
  const { to, title, description, card } = share('s/fruit.definition.2/');
  const { text } = site.locales[0]!.pages.get('fruit')!.blocks.find(({ id }) => id === 'definition.2')!;
  assert.equal(to, '/kb/concepts/fruit/#definition.2');
  assert.match(title, /¶\u00a02 · Fruit$/);
  for (const words of [description, card!.says.description]) assert.ok(text.startsWith(words.replace(/…$/, '')), words);
});

test('With cards for sections, a paragraph shares the page of its section, and a text of a page shares its own URL.', async () => {
  const sections = await tomato('sections');
  const [english] = sections.locales;
  const shared = (address: string): string => shareHref(sections, english!, english!.index.get(address)!);
  assert.equal(pictureOf(sections, english!, english!.index.get('fruit.definition.2')!, wordsOf)!.at, '/kb/s/fruit.definition/');
  assert.equal(shared('fruit.definition.2'), '/kb/s/fruit.definition/#definition.2');
  assert.equal(shared('fruit.intro.1'), '/kb/concepts/fruit/#intro.1');
  assert.equal(shared('eu-2001.113'), '/kb/s/eu-2001.113/');
  assert.equal(shared('fruit.fn-vine'), '/kb/concepts/fruit/#fn-vine');
  const pages = sharesOf(sections, wordsOf).map(({ href }) => href);
  assert.ok(pages.includes('/kb/s/fruit.definition/' as Href) && !pages.some((href) => /\.definition\.\d+\/$/.test(href)));
});

test('The card of a page has its full summary and its jurisdiction.', () => {
  const page = [...site.locales[0]!.pages.values()].find(({ data }) => data.jurisdiction)!;
  const { context, description } = share(`s/${page.id}/`).card!.says;
  assert.ok(context!.endsWith(site.locales[0]!.jurisdictions.get(page.data.jurisdiction!)!));
  assert.equal(description, page.data.summary);
});

test('Every address in index.json has an existing share page.', () => {
  for (const { id, share: url } of entryList(site, ORIGIN)) assert.ok(shares.has(url.slice(ORIGIN.length)), `${id}: ${url}`);
});

test('No two share pages of a language have the same title, description or image.', () => {
  // The beginning of a section is also its first paragraph.
  const isPassage = ({ href }: Share): boolean => /\.[a-z][\w-]*\.\d+\/$/.test(href);
  assert.equal(new Set([...shares.values()].map(({ lang, title }) => `${lang} ${title}`)).size, shares.size, 'title');
  const sections = [...shares.values()].filter((one) => !isPassage(one));
  for (const [say, what] of [
    [({ lang, description }: Share) => `${lang} ${description}`, 'description'],
    [({ card }: Share) => JSON.stringify(card!.says), 'picture'],
  ] as const) {
    assert.equal(new Set(sections.map(say)).size, sections.length, what);
  }
});

test('The share page of a section has its title, its page, the certainty and its first sentences.', () => {
  const { title, description, card } = share('s/vegetable.at-table/');
  const page = site.locales[0]!.pages.get('vegetable')!;
  const own = page.blocks.find(({ section }) => section === 'at-table')!.text;
  assert.equal(title, 'The test of the table · Vegetable');
  assert.ok(own.startsWith(description.slice(0, 60)) && description.length <= 280);
  assert.deepEqual(card!.says.context, 'Vegetable');
  assert.equal(card!.says.badge?.label, wordsOf('en').certainty[page.data.certainty!]);
  assert.ok(own.startsWith(card!.says.description.slice(0, 60)));
});

test('The share page of an outcome has its verdict and its level, that of a note its text.', () => {
  const outcome = share('s/which-word.vegetable-it-is/');
  assert.equal(outcome.card!.says.title, 'Call it a vegetable, and pay.');
  assert.equal(outcome.card!.says.badge?.icon, 'boxed');
  assert.match(share('s/fruit.fn-vine/').description, /^The opinion lists cucumbers/);
  assert.equal(share('ru/s/vegetable.fn-peas/').title, 'Примечание 1 · Овощ');
});

test('With cards for pages only, a section has the card of its page; without cards, it has none.', async () => {
  const pages = await tomato('pages');
  const [english] = pages.locales;
  const section = english!.index.get('fruit.definition')!;
  assert.equal(pictureOf(pages, english!, section, wordsOf)!.at, '/kb/s/fruit/');
  assert.equal(
    new Set(sharesOf(pages, wordsOf).map(({ card }) => card!.at)).size,
    new Set(sharesOf(pages, wordsOf).filter(({ href, card }) => card!.at === href)).size,
  );
  const none = await tomato('none');
  assert.equal(pictureOf(none, none.locales[0]!, section, wordsOf), undefined);
  assert.ok(sharesOf(none, wordsOf).every(({ card }) => card === undefined));
});

test('The share page of a removed address redirects to the new one and has its text.', () => {
  const moved = [
    { lang: 'en', address: 'berry', to: 'fruit' },
    { lang: 'en', address: 'berry.seeds', to: 'fruit.definition.2' },
    { lang: 'en', address: 'fruit', to: 'vegetable' },
  ];
  const all = new Map(sharesOf(site, wordsOf, moved).map((one) => [one.href, one]));
  assert.equal(all.get('/kb/s/berry/')?.to, '/kb/concepts/fruit/');
  assert.equal(all.get('/kb/s/berry.seeds/')?.to, '/kb/concepts/fruit/#definition.2');
  assert.equal(all.get('/kb/s/berry.seeds/')?.title, share('s/fruit.definition.2/').title);
  assert.equal(all.get('/kb/s/fruit/')?.to, '/kb/concepts/fruit/', 'what lives is not moved');
});

test('A link preview has the title, description, image and oEmbed record of exactly this passage.', async () => {
  for (const one of shares.values()) {
    const { result, error } = await ogs({ html: await read(one.href) });
    assert.equal(error, false);
    assert.equal(result.ogTitle, one.title);
    assert.equal(result.twitterTitle, one.title);
    assert.equal(result.ogDescription, one.description);
    assert.equal(result.twitterDescription, one.description);
    assert.equal(result.twitterCard, 'summary_large_image');
    assert.equal(result.ogUrl, ORIGIN + one.href);
    assert.equal(result.ogSiteName, site.data.title[one.lang]);
    assert.equal(result.ogLocale, one.lang === 'ru' ? 'ru_RU' : 'en_US');
    const [image] = result.ogImage!;
    assert.equal(image!.url, ORIGIN + one.card!.href);
    assert.match(image!.url, /card\.png\?v=[0-9a-f]{8}$/);
    assert.deepEqual([image!.width, image!.height, image!.type], ['1200', '630', 'image/png']);
    const png = await readFile(join(folder, one.card!.at.slice(BASE.length), 'card.png'));
    assert.ok(png.length <= 60 * 1024 && png.subarray(1, 4).toString() === 'PNG');
    if (!one.isPage) continue;
    const record = JSON.parse(await readFile(join(folder, one.href.slice(BASE.length), 'oembed.json'), 'utf8'));
    assert.equal(record.version, '1.0');
    assert.equal(record.title, one.title);
    assert.equal(record.thumbnail_url, image!.url);
  }
});

test('The address of the site can be set, and is in every tag.', async () => {
  const out = join(folder, 'elsewhere');
  await writeShares(shareInput(await tomato('none'), wordsOf, { address: 'https://elsewhere.example/' }), new ReusedFolder(out));
  const html = await readFile(join(out, 's/fruit/index.html'), 'utf8');
  assert.match(html, /<meta property="og:url" content="https:\/\/elsewhere\.example\/kb\/s\/fruit\/">/);
  assert.doesNotMatch(html, /tomato\.example/);
});

test('The canonical URL is that of the passage, search engines do not index the page, and the share page of a whole page links to its oEmbed record.', async () => {
  const html = await read('/kb/s/fruit.definition/');
  assert.match(html, /<link rel="canonical" href="https:\/\/tomato\.example\/kb\/concepts\/fruit\/#definition">/);
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.doesNotMatch(html, /oembed/);
  assert.match(
    await read('/kb/s/fruit/'),
    /<link rel="alternate" type="application\/json\+oembed" href="https:\/\/tomato\.example\/kb\/s\/fruit\/oembed\.json" title="[^"]+">/,
  );
  assert.doesNotMatch(html, /data-pagefind/);
});

test('Every share page is valid HTML without inline code, and its strict policy is first.', async () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'], rules: { 'long-title': 'off' } }));
  for (const href of shares.keys()) {
    const html = await read(href);
    const { results } = await validator.validateString(html);
    assert.deepEqual(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${href} ${ruleId}: ${message}`)),
      [],
    );
    assert.match(
      html,
      /<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; [^"]*form-action 'none'">/,
    );
    assert.doesNotMatch(html, / style=| on\w+=|<style|<script>|javascript:/);
  }
});

test('No text of the content can end a tag.', async () => {
  const evil = await tomato('none');
  evil.locales[0]!.pages.get('fruit')!.data.summary = '"><script>alert(1)</script> & so on';
  const out = join(folder, 'evil');
  await writeShares(shareInput(evil, wordsOf), new ReusedFolder(out));
  const html = await readFile(join(out, 's/fruit/index.html'), 'utf8');
  assert.doesNotMatch(html, /<script>/);
  assert.equal((await ogs({ html })).result.ogDescription, '"><script>alert(1)</script> & so on');
  assert.deepEqual((await readdir(join(out, 's/fruit'))).sort(), ['index.html', 'oembed.json']);
});
