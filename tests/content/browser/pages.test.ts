/** The rules that depend on the text of the pages of the real content. */
import { expect, test } from 'playwright/test';
import { expectContrast } from '../../browser/drawing-contrast.ts';
import { expectFirstQuestion } from '../../browser/first-question.ts';
import { PARTED } from '../../browser/line-breaks.ts';
import { misplacedNotes } from '../../browser/margin-notes.ts';
import { followOffered } from '../../browser/offered-shares.ts';
import { pathsOf } from '../../browser/sample-pages.ts';
import { overflow, showPage } from '../../browser/show-page.ts';
import { disagreements, disorder, renderingsOf } from '../../browser/tree-renderings.ts';

// In two parts, which run in parallel.
for (const part of [0, 1])
  test(`On a phone no page scrolls sideways, and no line ends inside a reference, part ${part + 1} of 2.`, async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('./');
    const paths = await pathsOf(request, ({ kind }) => kind !== 'walk');
    for (const path of paths.filter((_, at) => at % 2 === part)) {
      await showPage(page, path);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect((await page.evaluate(PARTED)).parted, path).toEqual([]);
    }
  });

test('In a wide window the notes are in the margin, each beside its reference or below the previous note.', async ({ page, request }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const paths = await pathsOf(request, ({ kind }) => kind === 'note');
  for (const path of paths.filter((_, at) => at % 3 === 0)) expect(await misplacedNotes(page, path)).toEqual([]);
});

test('The drawing of a tree has enough contrast in light and dark, and begins at the first question.', async ({ page }) => {
  await page.setViewportSize({ width: 834, height: 1112 });
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(0);
  for (const [at, tree] of trees.entries()) {
    await page.emulateMedia({ colorScheme: at % 2 ? 'dark' : 'light' });
    await expectFirstQuestion(page, tree);
    await expectContrast(page, tree);
  }
});

test('Drawing, list and pages of the tree on the front page have the same nodes and edges in the same order.', async ({ page }) => {
  await page.goto('./');
  const tree = await page.locator('a[href$="#walk"]').first().getAttribute('href');
  const renderings = await renderingsOf(page, `./decide/${tree!.split('/decide/')[1]!.split('/')[0]}/`);
  expect(renderings.edges.walk.length).toBeGreaterThan(2);
  expect(disagreements(renderings)).toEqual([]);
  expect(disorder(renderings)).toEqual([]);
});

test('Each example below the empty search field has results.', async ({ page }) => {
  await page.goto('./search/');
  const examples = page.locator('.examples a');
  await expect(examples.first()).toBeVisible();
  for (const href of await examples.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
    await page.goto(href);
    await expect(page.locator('.results > li').first()).toBeVisible();
  }
});

test('Each link with a card that a menu offers leads to a share page, on the lists and on every eighth page.', async ({ page, request }) => {
  const lists = ['answers', 'vocabulary', 'differences', 'article'].flatMap((list) => [`./${list}/`, `./ru/${list}/`]);
  const paths = await pathsOf(request, ({ kind }) => kind !== 'source');
  const { lost, followed } = await followOffered(page, [...lists, ...paths.filter((_, at) => at % 8 === 0)]);
  expect(lost).toEqual([]);
  expect(followed).toBeGreaterThan(200);
});

test('A paragraph shares the page of its section, which leads to the paragraph.', async ({ page, request }) => {
  const [path] = await pathsOf(request, ({ kind }) => kind === 'concept');
  await page.goto(path!);
  await page.locator('a.anchor-link[href$=".2"]:not([href^="#intro"])').first().click();
  const share = page.locator('anchor-menu button[value=share]');
  await expect(share).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await share.click();
  await expect(page.locator('anchor-menu output strong')).not.toBeEmpty();
  const { pathname, hash } = new URL(await page.locator('anchor-menu output pre').textContent().then(String));
  expect(pathname).not.toMatch(/\d\/$/);
  await page.goto(`.${pathname}${hash}`);
  await expect(page.locator(':target')).toHaveAttribute('id', hash.slice(1));
  expect(new URL(page.url()).pathname).toContain(path!.slice(1));
});
