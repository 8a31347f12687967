/** A base whose passages have moved, opened at their old addresses. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { serve, type Serving } from '../../src/commands/serve.ts';

test.describe.configure({ mode: 'serial' });

const root = join(import.meta.dirname, '../..');
let folder: string;
let serving: Serving;

function run(command: string, env: Record<string, string>, ...given: string[]): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [`src/commands/${command}.ts`, ...given], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  expect(status, stderr + stdout).toBe(0);
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'moved-'));
  const content = join(folder, 'content');
  cpSync(join(root, 'tests/fixtures/bases/tomato'), content, { recursive: true });
  run('ids', { CONTENT_DIR: content });
  run('permalinks', { CONTENT_DIR: content, TODAY: '2026-01-01' }, '--new');
  const vegetable = join(content, 'en/concepts/vegetable.mdx');
  writeFileSync(vegetable, readFileSync(vegetable, 'utf8').replace(/^The Tariff Act taxed.*\n\n/m, ''));
  renameSync(join(content, 'en/concepts/ordinary-meaning.mdx'), join(content, 'en/concepts/plain-meaning.mdx'));
  for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /^(?!sources|diagrams).*\.(?:mdx|yaml)$/.test(one),
  )) {
    const path = join(content, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('ordinary-meaning', 'plain-meaning'));
  }
  writeFileSync(join(content, 'redirects.yaml'), 'vegetable.definition.1: vegetable.definition.2\n');
  run('permalinks', { CONTENT_DIR: content, TODAY: '2026-02-02' });
  run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'out') });
  serving = await serve({ folder: join(folder, 'out'), port: 0, base: '/' });
});

test.afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 600 } });

    test('A link to a passage that is gone scrolls to what took its place, with one quiet line above it.', async ({ page }) => {
      await page.goto(`${serving.url}concepts/vegetable/#definition.1`);
      const line = page.locator('.redirect-anchor:visible');
      await expect(line).toHaveText(/was moved here, or merged into this one, on 2026-02-02/);
      await expect(line).toBeInViewport();
      await expect(page.locator('.redirect-anchor:target + *')).toBeInViewport();
      await page.goto(`${serving.url}concepts/vegetable/#at-table`);
      await expect(page.locator('.redirect-anchor:visible')).toHaveCount(0);
    });
  });

test('A link to a passage of a renamed page leads to that passage under the new name, and Back leads to where one came from.', async ({ page }) => {
  await page.goto(serving.url);
  await page.goto(`${serving.url}concepts/ordinary-meaning/#dictionaries`);
  await expect(page).toHaveURL(`${serving.url}concepts/plain-meaning/#dictionaries`);
  await expect(page.locator('#dictionaries')).toBeInViewport();
  await page.goBack();
  await expect(page).toHaveURL(serving.url);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('The old page shows the one link that its fragment asks for.', async ({ page }) => {
    await page.goto(`${serving.url}concepts/ordinary-meaning/#dictionaries`);
    await expect(page.locator('.redirect-anchor:visible a')).toHaveAttribute('href', '/concepts/plain-meaning/#dictionaries');
  });
});
