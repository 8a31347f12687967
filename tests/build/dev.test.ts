/** `npm run dev` in a browser: an edit of every kind is shown on the open page, and errors are on the page and in the terminal. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../../src/commands/lib/find-chromium.ts';
import { root, temporaryFolder, tomato } from './building.ts';

/** A machine under load is slow; without load, each takes less than a second. */
const WAIT = { timeout: 30_000 };

const content = join(temporaryFolder(), 'content');
let server: ReturnType<typeof spawn>;
let browser: Browser;
let page: Page;
let url = '';
let output = '';

before(async () => {
  await tomato(content, {});
  const env = { ...process.env, CONTENT_DIR: content, PORT: '0', ASTRO_TELEMETRY_DISABLED: '1' };
  server = spawn(process.execPath, ['src/commands/dev.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout!, server.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
  while (!(url = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '')) await setTimeout(100);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  server?.kill();
});

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(content, file), change(await readFile(join(content, file), 'utf8').catch(() => '')));

/** Opens a page, again while a reload interrupts or the page does not exist yet. */
async function open(path: string): Promise<void> {
  while ((await page.goto(url + path).catch(() => null))?.status() !== 200) await setTimeout(200);
}

const shown = (text: string): Promise<void> => page.getByText(text).first().waitFor(WAIT);

test('An edit of a page is shown, without a reload by hand.', async () => {
  await open('concepts/fruit/');
  await shown('A tomato does');
  await edit('en/concepts/fruit.mdx', (text) => text.replace('A tomato does', 'A tomato always does').replace('To a botanist', 'To every botanist'));
  await shown('A tomato always does');
  await shown('To every botanist');
});

test('An error is on the page and in the terminal, until it is corrected.', async () => {
  await edit('en/concepts/fruit.mdx', (text) => `${text}\n[Nowhere](kb:no-such-page)\n`);
  await shown('1 problem in the content');
  await shown('fruit.mdx:32:1');
  assert.match(output, /fruit\.mdx:32:1 {2}dead-link/);
  await edit('en/concepts/fruit.mdx', (text) => text.replace('(kb:no-such-page)', '(kb:vegetable)'));
  await page.locator('dev-diagnostics').waitFor({ state: 'detached', ...WAIT });
  await page.getByRole('link', { name: 'Nowhere' }).waitFor(WAIT);
});

test('A page that cannot be parsed says why, and comes back when it is corrected.', async () => {
  await edit('en/concepts/fruit.mdx', (text) => `${text}\n{broken\n`);
  await page.locator('vite-error-overlay').or(page.getByText('broken-mdx')).first().waitFor(WAIT);
  await edit('en/concepts/fruit.mdx', (text) => text.replace('{broken', 'Whole again.'));
  await shown('Whole again.');
});

test('A changed tree shows its list, and says that its diagram is not drawn yet.', async () => {
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
