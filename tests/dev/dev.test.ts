/**
 * `npm run dev` in a browser: an edit of every kind is shown on the open page, and errors are on the page and in the terminal.
 * What `npm run check` refuses is not run.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { develop, launch, open as openIn, shown as shownIn, WAIT, type Development } from './development.ts';
import { temporaryFolder, tomato } from '../build/base-copies.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
let server: Development;
let browser: Browser;
let page: Page;

before(async () => {
  await tomato(content, {});
  [server, browser] = await Promise.all([develop(content), launch()]);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(content, file), change(await readFile(join(content, file), 'utf8').catch(() => '')));

const open = (path: string): Promise<void> => openIn(page, server, path);
const shown = (text: string): Promise<void> => shownIn(page, text);

test('An edit of a page appears without a manual reload.', async () => {
  await open('concepts/fruit/');
  await shown('A tomato does');
  await edit('en/concepts/fruit.mdx', (text) => text.replace('A tomato does', 'A tomato always does').replace('To a botanist', 'To every botanist'));
  await shown('A tomato always does');
  await shown('To every botanist');
});

test('An error appears on the page and in the terminal until it is corrected.', async () => {
  await edit('en/concepts/fruit.mdx', (text) => `${text}\n[Nowhere](kb:no-such-page)\n`);
  await shown('1 problem in the content');
  await shown('fruit.mdx:32:1');
  assert.match(server.output(), /fruit\.mdx:32:1 {2}dead-link/);
  await edit('en/concepts/fruit.mdx', (text) => text.replace('(kb:no-such-page)', '(kb:vegetable)'));
  await page.locator('dev-diagnostics').waitFor({ state: 'detached', ...WAIT });
  await page.getByRole('link', { name: 'Nowhere' }).waitFor(WAIT);
});

test('A page that cannot be parsed shows the error, and appears again after the correction.', async () => {
  await edit('en/concepts/fruit.mdx', (text) => `${text}\n{broken\n`);
  await page.locator('vite-error-overlay').or(page.getByText('broken-mdx')).first().waitFor(WAIT);
  await edit('en/concepts/fruit.mdx', (text) => text.replace('{broken', 'Whole again.'));
  await shown('Whole again.');
});

test('A changed tree shows its list, and a notice that its diagram is not drawn yet.', async () => {
  await open('decide/which-word/');
  await edit('en/decisions/which-word.yaml', (text) => text.replace('What do you need the word for?', 'What do you want the word for?'));
  await shown('What do you want the word for?');
  await shown('This diagram is not drawn yet.');
});

test('An edit of a source, a new term and a new page are shown.', async () => {
  await open('sources/nix-v-hedden/');
  await edit('sources/nix-v-hedden.yaml', (text) => text.replace(/^ {2}en: Tomatoes are.*/m, '  en: A tariff case on tomatoes.'));
  await shown('A tariff case on tomatoes.');
  await edit(
    'vocabulary.yaml',
    () => 'terms:\n  fruit:\n    term: { en: fruit, ru: плод }\n    definition: { en: A part of a plant. }\n    see: fruit.definition\n',
  );
  await open('vocabulary/');
  await shown('A part of a plant.');
  await edit('en/concepts/berry.mdx', () => '---\ntitle: Berry\nsummary: A berry is a fruit.\nreviewed: 2026-11-23\n---\n\nSomething new.\n');
  await edit('site.yaml', (text) => text.replace('entries: [fruit,', 'entries: [berry, fruit,'));
  await open('concepts/berry/');
  await shown('Something new.');
});

test('A page with code is not run; the other pages are shown.', { timeout: 240_000 }, async (context) => {
  await server.stop();
  const written = join(folder, 'written');
  const code = `export const x = (await import('node:fs')).writeFileSync(${JSON.stringify(written)}, 'x')`;
  const refused = await tomato(join(folder, 'refused'), {
    'en/concepts/fruit.mdx': (text) => `${text}\n${code}\n`,
    'en/concepts/vegetable.mdx': (text) => `${text}\n<div set:html="<b id='injected'>x</b>">x</div>\n`,
  });
  const { url, output, stop } = await develop(refused);
  context.after(stop);
  const isShown = { fruit: false, vegetable: false, 'ordinary-meaning': true };
  for (const [name, expected] of Object.entries(isShown)) {
    const load = async (): Promise<string> => (await fetch(`${url}concepts/${name}/`)).text();
    let text = await load();
    // A request while Astro still reads the folder can be interrupted.
    for (const until = Date.now() + WAIT.timeout; text.includes('<h1') !== expected && Date.now() < until; await setTimeout(500)) text = await load();
    assert.equal(text.includes('<h1'), expected, `${name}: ${text}\n${output()}`);
    assert.ok(!text.includes("<b id='injected'>"));
  }
  assert.ok(!existsSync(written), 'nothing of the page has run');
  assert.match(output(), /fruit\.mdx:\d+:1 {2}code-in-page/);
});
