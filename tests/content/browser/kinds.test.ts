/** The longest page of every kind of the real content in a browser. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { samplePages } from '../../../src/commands/bench/sample-pages.ts';
import { run } from '../../browser/axe.ts';
import { listen } from '../../browser/sample-pages.ts';
import { overflow, showPage } from '../../browser/show-page.ts';
import { builtSite } from '../../sites.ts';

const site = await builtSite('content');
const has = (path: string): boolean => existsSync(join(site, path));

for (const [at, path] of (await samplePages(site)).entries()) {
  const versions = [path, `ru/${path}`].filter(has);
  // The test base tests both widths and both schemes on every kind; here a kind is visited in one language, and axe runs at one width.
  const isWide = at % 2 === 0;
  const visited = isWide ? versions[0]! : versions.at(-1)!;
  test(`The page /${visited} fits a phone, violates no policy, loads from no other host, has an empty console, and axe finds no error.`, async ({
    page,
    baseURL,
  }) => {
    const messages = await listen(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(baseURL!).origin)) messages.push(request.url());
    });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`./${visited}`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(messages.filter((text) => !/status of 404/.test(text))).toEqual([]);
    if (isWide) await page.setViewportSize({ width: 1280, height: 900 });
    expect(await run(page, { rules: { 'target-size': { enabled: !isWide } } })).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    for (const other of versions.filter((one) => one !== visited)) {
      await showPage(page, new URL(other, baseURL).href);
      expect(await overflow(page), other).toBeLessThanOrEqual(0);
    }
  });
}
