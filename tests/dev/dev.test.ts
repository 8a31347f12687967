/**
 * `npm run dev` in a browser: an edit of every kind is shown on the open page, and errors are on the page and in the terminal.
 * What `npm run check` refuses is not run. These tests run alone, because two servers, or a server and a build, share Astro's data store.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser } from '../../src/commands/lib/find-chromium.ts';
import { root, temporaryFolder, tomato } from '../build/base-copies.ts';

/** For a machine under load. Without load, each takes less than a second. */
const WAIT = { timeout: 30_000 };

const folder = temporaryFolder();
const content = join(folder, 'content');
let server: Development;
let browser: Browser;
let page: Page;

before(async () => {
  await tomato(content, {});
  [server, browser] = await Promise.all([
    develop(content),
    findBrowser().then((executablePath) => chromium.launch({ executablePath, args: ['--no-sandbox'] })),
  ]);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

interface Development {
  url: string;
  /** The terminal output so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `npm run dev` on a folder. */
async function develop(from: string): Promise<Development> {
  const child = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: from, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let url = '';
  while (!(url = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '')) {
    assert.equal(child.exitCode, null, output);
    await setTimeout(100);
  }
  const stop = (): Promise<void> => (child.kill(), ended);
  return { url, output: () => output, stop };
}

const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(content, file), change(await readFile(join(content, file), 'utf8').catch(() => '')));

/** Opens a page, again while a reload interrupts or the page does not exist yet. */
async function open(path: string): Promise<void> {
  for (const until = Date.now() + WAIT.timeout; Date.now() < until; await setTimeout(200))
    if ((await page.goto(server.url + path).catch(() => null))?.status() === 200) return;
  assert.fail(`${path} did not open:\n${server.output()}`);
}

const shown = (text: string): Promise<void> => page.getByText(text).first().waitFor(WAIT);

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
