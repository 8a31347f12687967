/** `npm run dev` on a content folder that is broken at the start. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { tomato, temporaryFolder, root } from '../build/base-copies.ts';
import { develop, launch, open, shown, WAIT } from './development.ts';

const folder = temporaryFolder();

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

test('With faults in every kind of file the server starts, reports them, and shows the pages when they are corrected.', async (context) => {
  const content = await tomato(join(folder, 'content'), FAULTS);
  const [server, browser] = await Promise.all([develop(content), launch()]);
  context.after(async () => {
    await browser.close();
    await server.stop();
  });
  const page = await browser.newPage();
  await open(page, server, 'concepts/ordinary-meaning/');
  for (const file of Object.keys(FAULTS)) {
    await page.locator('dev-diagnostics').getByText(file).first().waitFor(WAIT);
    assert.match(server.output(), new RegExp(`${file}:\\d+:\\d+ {2}[a-z-]+ {2}`));
  }
  assert.doesNotMatch(server.output(), /^ +at /m, 'no stack trace');
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
