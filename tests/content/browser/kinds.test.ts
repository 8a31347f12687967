/** The longest page of every kind of the real content, in both languages, in a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { samplePages } from '../../../src/commands/bench/sample-pages.ts';
import { run } from '../../browser/axe.ts';
import { listen } from '../../browser/sample-pages.ts';
import { overflow } from '../../browser/show-page.ts';
import { builtSite } from '../../sites.ts';

const site = await builtSite('content');
const kinds = (await samplePages(site)).flatMap((path) => [path, `ru/${path}`]).filter((path) => existsSync(join(site, path)));

for (const [at, path] of kinds.entries())
  test(`The page /${path} fits a phone, violates no policy, loads from no other host, has an empty console, and axe finds no error.`, async ({
    page,
    baseURL,
  }) => {
    const messages = await listen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(baseURL!).origin)) messages.push(request.url());
    });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`./${path}`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(messages.filter((text) => !/status of 404/.test(text))).toEqual([]);
    // The test base tests both widths and both schemes on every kind; here a kind is tested in one language, and that in one width.
    if (at % 4 === 0) await page.setViewportSize({ width: 1280, height: 900 });
    if (at % 4 === 0 || at % 4 === 3) expect(await run(page, { rules: { 'target-size': { enabled: at % 4 === 3 } } })).toEqual([]);
  });
