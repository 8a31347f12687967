/** The longest page of every kind of the real content, in both languages, in a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { samplePages } from '../../../src/commands/bench/sample-pages.ts';
import { run, violationsOnPhone } from '../../browser/axe.ts';
import { listen } from '../../browser/sample-pages.ts';
import { overflow } from '../../browser/show-page.ts';
import { builtSite } from '../../sites.ts';

const site = await builtSite('content');
const kinds = (await samplePages(site)).flatMap((path) => [path, `ru/${path}`]).filter((path) => existsSync(join(site, path)));

test.describe('axe', () => {
  // axe puts a script into the page, which the policy forbids.
  test.use({ bypassCSP: true, viewport: { width: 1280, height: 900 } });
  // The fixture base tests both widths and dark on every kind; here each language has one width.
  for (const path of kinds)
    test(`axe finds no error on ${path || 'the front page'}.`, async ({ page }) => {
      await page.goto(`./${path}`);
      expect(await (path.startsWith('ru/') ? violationsOnPhone(page) : run(page, {}))).toEqual([]);
    });
});

test('A page of every kind does not scroll sideways on a phone, violates no policy, sends no request to another host and has an empty console.', async ({
  page,
  baseURL,
}) => {
  const messages = await listen(page);
  page.on('request', (request) => {
    if (!request.url().startsWith(new URL(baseURL!).origin)) messages.push(request.url());
  });
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of kinds) {
    await page.goto(`./${path}`);
    expect(await overflow(page), path).toBeLessThanOrEqual(0);
  }
  expect(messages.filter((text) => !/status of 404/.test(text))).toEqual([]);
});
