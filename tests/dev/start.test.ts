/** `npm run dev` on a content folder that is broken at the start. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { tomato, temporaryFolder, root } from '../build/base-copies.ts';
import { develop, launch, open, shown, WAIT } from './development.ts';

const folder = temporaryFolder();

/** The file that the code of a page would write. */
const written = join(folder, 'written');
const page = (body: string): string => `---\ntitle: A page\nsummary: A page.\nreviewed: 2026-11-23\n---\n\n${body}\n`;

/** Pages with code, which `npm run check` refuses. */
const CODE = {
  'en/concepts/module.mdx': page(`export const x = (await import('node:fs')).writeFileSync(${JSON.stringify(written)}, 'x')`),
  'en/concepts/html.mdx': page(`<div set:html="<b id='injected'>x</b>">x</div>`),
};

/** Each makes a file unreadable in its own way. */
const FAULTS: Record<string, (text: string) => string> = {
  'site.yaml': (text) => `${text}\n  x: [a\n`,
  'en/index.mdx': (text) => text.replace(/^title: .*/m, 'title: [a'),
  'en/concepts/fruit.mdx': (text) => text.replace(/^title: .*/m, 'title: "a'),
  'en/concepts/vegetable.mdx': (text) => `${text}\n{broken\n`,
  'en/decisions/which-word.yaml': () => 'a: [b',
  'sources/nix-v-hedden.yaml': () => '',
  'ru/index.mdx': () => '',
};

test('With faults in every kind of file the server starts, reports them, runs no code of a page, and shows the pages when they are corrected.', async (context) => {
  const content = await tomato(join(folder, 'content'), { ...FAULTS, ...CODE });
  const [server, browser] = await Promise.all([develop(content), launch()]);
  context.after(async () => {
    await browser.close();
    await server.stop();
  });
  const page = await browser.newPage();
  await open(page, server, 'concepts/ordinary-meaning/');
  for (const file of Object.keys({ ...FAULTS, ...CODE })) {
    await page.locator('dev-diagnostics').getByText(file).first().waitFor(WAIT);
    assert.match(server.output(), new RegExp(`${file}:\\d+:\\d+ {2}[a-z-]+ {2}`));
  }
  assert.match(server.output(), /module\.mdx:\d+:1 {2}code-in-page/);
  assert.doesNotMatch(server.output(), /^ +at /m, 'no stack trace');
  for (const file of Object.keys(CODE)) {
    const response = await fetch(`${server.url}${file.replace('en/', '').replace('.mdx', '/')}`);
    assert.doesNotMatch(await response.text(), /<h1|id='injected'/, file);
    await rm(join(content, file));
  }
  assert.ok(!existsSync(written), 'no code of a page has run');
  for (const file of Object.keys(FAULTS)) await writeFile(join(content, file), await readFile(join(root, 'tests/fixtures/bases/tomato', file)));
  await page.locator('dev-diagnostics').waitFor({ state: 'detached', ...WAIT });
  await open(page, server, '');
  await open(page, server, 'concepts/fruit/');
  await shown(page, 'A tomato does');
});

test('In an empty folder the server starts, and shows the site when it is there.', async (context) => {
  const content = join(folder, 'empty');
  const [server, browser] = await Promise.all([develop(content), launch()]);
  context.after(async () => {
    await browser.close();
    await server.stop();
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.locator('dev-diagnostics').getByText('site.yaml').first().waitFor(WAIT);
  await tomato(content);
  await open(page, server, '');
  await shown(page, 'Tomato');
});
