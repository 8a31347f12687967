/** The rules that depend on the text of the pages of the real content. */
import { expect, test } from 'playwright/test';
import { expectFirstQuestion } from '../../browser/first-question.ts';
import { PARTED } from '../../browser/line-breaks.ts';
import { misplacedNotes } from '../../browser/margin-notes.ts';
import { followOffered } from '../../browser/offered-shares.ts';
import { pathsOf } from '../../browser/sample-pages.ts';
import { overflow, showPage } from '../../browser/show-page.ts';

// In two parts, which run in parallel.
for (const part of [0, 1])
  test(`On a phone no page scrolls sideways, and no line ends inside a reference, part ${part + 1} of 2.`, async ({ page, request }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('./');
    const sources = await pathsOf(request, ({ kind }) => kind === 'source');
    const others = await pathsOf(request, ({ kind }) => ['front', 'concept', 'question', 'decision', 'article'].includes(kind));
    // A source has a few short paragraphs.
    const paths = [...others, ...sources.filter((_, at) => at % 8 === 0)];
    for (const path of paths.filter((_, at) => at % 2 === part)) {
      await showPage(page, path);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect((await page.evaluate(PARTED)).parted, path).toEqual([]);
    }
  });

test('In every language the search is on the line of the name of the site, and on a tablet the links are on one line.', async ({ page }) => {
  for (const path of ['./', './ru/']) {
    await page.goto(path);
    for (const width of [390, 600, 767, 768, 809, 834, 895, 896, 1024, 1440]) {
      await page.setViewportSize({ width, height: 600 });
      const [name, search] = await Promise.all(['.site-header .name', 'search-box > a'].map((selector) => page.locator(selector).boundingBox()));
      expect(search!.y, `${path} at ${width} pixels`).toBeLessThan(name!.y + name!.height);
      const tops = await page.locator('.site-header li').evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
      if (width >= 768) expect(new Set(tops).size, `${path} at ${width} pixels`).toBe(1);
    }
  }
});

test('In a wide window the notes are in the margin, each beside its reference or below the previous note.', async ({ page, request }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const paths = await pathsOf(request, ({ kind }) => kind === 'note');
  for (const path of paths.filter((_, at) => at % 6 === 0)) expect(await misplacedNotes(page, path)).toEqual([]);
});

test('The drawing of each tree begins at the first question, with text of at least twelve pixels.', async ({ page }) => {
  await page.setViewportSize({ width: 834, height: 1112 });
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(0);
  for (const tree of trees) await expectFirstQuestion(page, tree);
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

test('Each link with a card that a menu offers leads to a share page, on the lists and on a page of each kind.', async ({ page, request }) => {
  const lists = ['./answers/', './vocabulary/', './differences/', './article/'];
  const [concept] = await pathsOf(request, ({ kind, lang }) => kind === 'concept' && lang === 'ru');
  const [question] = await pathsOf(request, ({ kind }) => kind === 'question');
  const { lost, followed } = await followOffered(page, [...lists, concept!, question!]);
  expect(lost).toEqual([]);
  expect(followed).toBeGreaterThan(100);
});
