/** axe-core in a page that is open; the tests that use it bypass the policy, which forbids its script. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, type Page } from 'playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Lists the errors that axe finds on the open page: with all rules in light, with the colour rules in dark. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run(page, {});
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { runOnly: ['cat.color'] });
  return [...light, ...dark.map((one) => `in dark, ${one}`)];
}

/** Lists the errors that axe finds on the open page in a window as narrow as a small phone, with the size of controls to touch. */
export async function violationsOnPhone(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 700 });
  // axe has this rule disabled.
  return run(page, { rules: { 'target-size': { enabled: true } } });
}

/** Lists the errors that axe finds with the given options. */
export async function run(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(
    (given) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    // The elements without an error take most of the time of a report.
    { ...options, resultTypes: ['violations'] } satisfies RunOptions,
  );
  expect(found.passes.length, 'axe had something to look at').toBeGreaterThan(0);
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  );
}
