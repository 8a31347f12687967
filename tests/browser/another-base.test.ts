/** The tomato base, of another subject and in two languages, built for a path of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { serve, type Serving } from '../../src/commands/serve.ts';
import { listen } from './places.ts';

// One build serves all the tests.
test.describe.configure({ mode: 'serial' });

const root = join(import.meta.dirname, '../..');
const hits = '.results a.hit';
let folder: string;
let serving: Serving;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  folder = mkdtempSync(join(tmpdir(), 'another-base-'));
  cpSync(join(root, 'tests/fixtures/bases/tomato'), join(folder, 'content'), { recursive: true });
  const env = { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'out'), BASE_PATH: '/kb/' };
  const { status, stderr } = spawnSync(process.execPath, ['src/commands/build.ts'], { cwd: root, env, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  serving = await serve({ folder: join(folder, 'out'), port: 0, base: '/kb/' });
});

test.afterAll(async () => {
  await serving.close();
  rmSync(folder, { recursive: true });
});

test('Another base is searched in its own words, and a result lands on its section.', async ({ page }) => {
  const heard = await listen(page);
  await page.goto(serving.url);
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('dictionary');
  const section = page.locator(hits).filter({ hasText: 'What dictionaries are for' });
  await section.click();
  await expect(page).toHaveURL(new RegExp(`^${serving.url}concepts/ordinary-meaning/#dictionaries`));
  await expect(page.locator('#dictionaries')).toBeInViewport();
  expect(heard).toEqual([]);
});

test('The Russian site is searched in Russian, whatever the form of the word, and answers in Russian.', async ({ page }) => {
  await page.goto(`${serving.url}ru/search/?q=${encodeURIComponent('овощей')}`);
  await expect(page.locator(hits).first()).toHaveText('Овощ');
  await expect(page.locator('.status-line')).toHaveText(/^Найдено мест: \d+, страниц: \d+, по запросу «овощей»\.$/);
  await page.locator(hits).first().click();
  await expect(page).toHaveURL(`${serving.url}ru/concepts/vegetable/`);
});

test('The Russian site is walked in Russian from its front page to an outcome, and a switch leads to the English one.', async ({ page }) => {
  await page.goto(`${serving.url}ru/`);
  for (const answer of ['Заплатить пошлину', 'Нет', 'Да, за обедом']) await page.getByRole('link', { name: answer, exact: true }).click();
  await expect(page).toHaveURL(`${serving.url}ru/decide/which-word/customs/no/yes/`);
  await expect(page.locator('h1')).toHaveText('Называйте овощем и платите.');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${serving.url}decide/which-word/customs/no/yes/`);
  await expect(page.locator('h1')).toHaveText('Call it a vegetable, and pay.');
});

test('An unknown address under the path gets the page that says so, and its links lead back under the path.', async ({ page }) => {
  const answer = await page.goto(`${serving.url}no/such/page/`);
  expect(answer!.status()).toBe(404);
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(serving.url);
});
