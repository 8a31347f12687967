import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { cacheOf } from '../../../src/cache/disk-cache.ts';
import { bodyParser, startParsing } from '../../../src/content/page-cache.ts';
import { startParseThread } from '../../../src/content/parse-thread.ts';
import type { PageEntry } from '../../../src/model/entry.ts';
import { keepParsed, knownBody, parsePage, parseText } from '../../../src/model/parse-page.ts';

const FOLDER = 'a folder of these tests';
const SETTINGS = { languages: ['en'], base: '/' };
const parse = bodyParser(SETTINGS);
const CACHE = cacheOf('parsed', FOLDER);
after(() => rmSync(CACHE, { recursive: true, force: true }));

const BODY =
  'First[^n] "quoted" [link](kb:b) [@key, p. 1].\n\n## A [#a]\n\n| x |\n| - |\n| y |\n\n<Differs id="d">\n\nText.\n\n</Differs>\n\n[^n]: Note.\n';
/** A page of its own in each test, because parsed pages are also kept in memory. */
const page = (name: string, body = BODY): PageEntry =>
  ({ kind: 'concept', id: name, lang: 'en', file: `en/concepts/${name}.mdx`, body, bodyLine: 5 }) as never;

async function parsePages(folder: string, pages: readonly PageEntry[], settings = SETTINGS, early?: Worker): Promise<void> {
  const parser = startParsing(folder, pages.length, settings, early);
  for (const one of pages) parser.add(one);
  await parser.end();
}

/** The pages that were parsed in this thread. */
const parsed = (): number => performance.getEntriesByType('mark').filter(({ name }) => name === 'parse').length;

test('A page from the cache is the same as a parsed one.', async () => {
  const one = page('one');
  await parsePages(FOLDER, [one]);
  // Removes the page from the memory of this process.
  keepParsed(page('one', 'Other.'), parseText(page('one', 'Other.')));
  const before = parsed();
  await parsePages(FOLDER, [one]);
  assert.equal(parsed(), before);
  assert.deepEqual(JSON.parse(JSON.stringify(knownBody(one))), JSON.parse(JSON.stringify(await parse(one))));
  await parsePages(FOLDER, [page('one', `${BODY}\nMore.\n`)]);
  assert.equal(parsed(), before + 2);
});

test('Many new pages are parsed in two threads, with the same result.', async () => {
  const pages = Array.from({ length: 400 }, (_, at) => page(`many-${at}`));
  const before = parsed();
  await parsePages(FOLDER, pages);
  assert.ok(parsed() - before < 400, 'the worker parsed none');
  for (const one of pages) assert.deepEqual(JSON.parse(JSON.stringify(knownBody(one))), JSON.parse(JSON.stringify(await parse(one))));
});

test('A thread that has been started early parses few pages too, and ends without any.', { timeout: 20_000 }, async (context) => {
  for (const count of [0, 1]) {
    const early = startParseThread();
    context.after(() => early.terminate());
    const ended = once(early, 'exit');
    const pages = Array.from({ length: count }, () => page('early'));
    await parsePages(FOLDER, pages, SETTINGS, early);
    assert.deepEqual(await ended, [0]);
    for (const one of pages) assert.ok(knownBody(one));
  }
});

test('A page with an incomplete cache file is parsed again.', async () => {
  await parsePages(FOLDER, [page('cut')]);
  for (const name of readdirSync(CACHE)) if (name.includes('cut')) writeFileSync(join(CACHE, name), 'cut off');
  const changed = page('cut', 'Other.\n');
  await parsePages(FOLDER, [changed]);
  assert.equal(knownBody(changed)?.blocks.length, 1);
});

test('Pages whose results the worker cannot store are parsed in this thread.', async () => {
  rmSync(CACHE, { recursive: true, force: true });
  writeFileSync(CACHE, '');
  const pages = Array.from({ length: 400 }, (_, at) => page(`unstored-${at}`));
  await parsePages(FOLDER, pages);
  rmSync(CACHE);
  const stored = pages.filter((one) => knownBody(one));
  assert.ok(stored.length > 0 && stored.length < 400);
  for (const one of pages) assert.equal(parsePage(one).blocks.length, parseText(one).blocks.length);
});

test('The HTML of a page has the base path of the site, also after a build with another.', async () => {
  const body = 'Words.[^a]\n\n![A picture](/picture.png)\n\n[^a]: Note.\n';
  for (const base of ['/', '/kb/']) {
    await parsePages(FOLDER, [page('image', body)], { languages: ['en'], base });
    const { html, tree } = knownBody(page('image', body))!;
    assert.match(html!, new RegExp(`<img src="${base}picture\\.png" alt="A picture">`));
    assert.equal(tree, undefined);
    // Removes the page from the memory of this process.
    keepParsed(page('image', 'Other.'), parseText(page('image', 'Other.')));
  }
});

test('A page with a component keeps its tree and has no HTML; both have a Markdown version.', async () => {
  const bodies = { static: 'Words.\n', component: 'Words.\n\n<Tree id="t" />\n' };
  for (const [name, body] of Object.entries(bodies)) {
    await parsePages(FOLDER, [page(name, body)]);
    const { html, tree, markdown } = knownBody(page(name, body))!;
    assert.deepEqual([html !== undefined, tree !== undefined], name === 'static' ? [true, false] : [false, true]);
    assert.match(markdown, /^Words\./);
  }
});
