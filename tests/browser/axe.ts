/** axe-core in a page that is open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Lists the errors that axe finds on the open page: in light on a desktop, and in dark in a window as narrow as a small phone, with the size of
 * controls to touch.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
  const desktop = await run(page, {});
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 320, height: 700 });
  // axe has this rule disabled.
  const phone = await run(page, { rules: { 'target-size': { enabled: true } } });
  return [...desktop, ...phone.map((one) => `in dark on a phone, ${one}`)];
}

/** Lists the errors that axe finds with the given options, in a part of the page or in all of it. */
export async function run(page: Page, options: RunOptions, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(
    ([given, where]) => (window as unknown as { axe: { run(part: string, options: RunOptions): Promise<AxeResults> } }).axe.run(where, given),
    // The elements without an error take most of the time of a report.
    [{ ...options, resultTypes: ['violations'] } satisfies RunOptions, part] as const,
  );
  expect(found.passes.length, 'axe had something to look at').toBeGreaterThan(0);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}
