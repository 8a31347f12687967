import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from 'playwright/test';
import { kinds } from './places.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// axe puts a script into the page, which the policy rightly forbids; the policy has a test of its own.
test.use({ bypassCSP: true });

interface Violation {
  id: string;
  nodes: { html: string; any: { message: string }[] }[];
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run());
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page for readers, ${colorScheme}.`, async ({ page, request }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme });
    const xml = await (await request.get('./sitemap-0.xml')).text();
    const paths = [...xml.matchAll(/<loc>[^<]*?\/\/[^/<]+\/([^<]*)<\/loc>/g)].map(([, path]) => `./${path}`);
    const walks = paths.filter((path) => /decide\/[^/]+\/./.test(path));
    const sources = paths.filter((path) => /sources\/./.test(path));
    // Pages made from one mould are sampled; the test of the built pages reads them all.
    const chosen = [
      ...paths.filter((path) => !walks.includes(path) && !sources.includes(path)),
      ...walks.filter((_, at) => at % 40 === 0),
      ...sources.filter((_, at) => at % 12 === 0),
      './404.html',
      './search/',
    ];
    expect(chosen.length).toBeGreaterThan(60);
    const found: string[] = [];
    for (const path of chosen) {
      await page.goto(path);
      found.push(...(await violations(page)).map((one) => `${path} ${one}`));
    }
    expect(found).toEqual([]);
  });
}

test('axe finds nothing on a phone, nor with the search open.', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const place of kinds) {
    await page.goto(place);
    expect(await violations(page), place).toEqual([]);
  }
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('extraction');
  await expect(page.locator('.results a').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
