import { expect, test } from 'playwright/test';
import { expectFirstQuestion } from './first-question.ts';
import { disagreements, disorder, renderingsOf } from './tree-renderings.ts';

test('Drawing, list and pages of every tree have the same nodes and edges in the same order.', async ({ page }) => {
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(2);
  for (const tree of trees) {
    const renderings = await renderingsOf(page, tree);
    expect(renderings.edges.walk.length, tree).toBeGreaterThan(3);
    expect(disagreements(renderings), tree).toEqual([]);
    expect(disorder(renderings), tree).toEqual([]);
  }
});

const WITHOUT: [string, string, RegExp, string[]][] = [
  ['drawing', 'decide/may-cross/', /(<(?:path|text)[^>]*) data-edge="loaded\.cargo"/g, ['loaded.cargo']],
  ['list', 'decide/may-cross/', /<li data-edge="loaded\.cargo".*?<\/li>/gs, ['loaded.cargo', 'loaded.cargo → tide']],
  ['walk', 'decide/may-cross/mine/', /<a class="button" href="[^"]*\/cargo\/">.*?<\/a>/gs, ['loaded.cargo → tide']],
];
for (const [rendering, path, edge, expected] of WITHOUT)
  test(`An edge that only the ${rendering} lacks is reported.`, async ({ page }) => {
    await page.route(`**/${path}`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      expect(html).toMatch(edge);
      await route.fulfill({ response, body: html.replace(edge, '$1') });
    });
    const noticed = disagreements(await renderingsOf(page, './decide/may-cross/'));
    expect(noticed).toEqual(expected);
  });

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  const MINE = 'Yes, it is mine';
  const WALKS: [string, string[], RegExp, string][] = [
    ['at the first answer', ['No, somebody else moves'], /^Wait for your turn/, 'terms'],
    ['in the middle', [MINE, 'Nothing, or a lamp', 'Nobody has said'], /^It is disputed/, 'risk'],
    [
      'after every question',
      [MINE, 'Cargo, of any kind', 'Ebb', 'One', 'Yes, one is free', 'Yes, it is in the box'],
      /^The ferry may cross/,
      'clear',
    ],
    [
      'by the other branch',
      [MINE, 'Nothing, or a lamp', 'The printed ones', 'Flood', 'Yes, one is free', 'No, not yet'],
      /^Pay the toll first/,
      'duty',
    ],
  ];
  for (const [name, answers, verdict, level] of WALKS)
    test(`A reader reaches an outcome ${name}.`, async ({ page }) => {
      await page.goto('./decide/may-cross/');
      for (const [at, answer] of answers.entries()) {
        await page
          .locator(at ? '.choices' : 'p.walk')
          .getByRole('link', { name: answer, exact: true })
          .click();
        await expect(page.locator(':is(.answer-history, .explanation) > ol > li')).toHaveCount(at + 1);
      }
      await expect(page.locator('h1')).toHaveText(verdict);
      await expect(page.locator('.verdict .level')).toHaveClass(`level ${level}`);
      // Each answer can be changed, and Back undoes the last one.
      await expect(page.getByRole('link', { name: /^Change: / })).toHaveCount(answers.length);
      await page.goBack();
      await expect(page.locator(':is(.choices, p.walk) a')).not.toHaveCount(0);
    });
});

for (const width of [834, 1440])
  test(`At ${width} pixels an open drawing begins at the first question, with text of at least twelve pixels.`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./decide/');
    const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const tree of trees) await expectFirstQuestion(page, tree);
  });

test('On a phone a tree has its lists and no drawing, and every collapsed part opens.', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('./decide/may-cross/');
  await expect(page.locator('svg.diagram')).toBeHidden();
  await expect(page.locator('.fold p').first()).toBeHidden();
  await page.locator('.outcomes .fold > summary').first().click();
  await expect(page.locator('.outcomes .fold p').first()).toBeVisible();
  await expect(page.locator('.reasons p').first()).not.toBeInViewport();
  await page.getByLabel('Show why we ask').check();
  expect(await page.locator('.reasons').evaluateAll((all) => all.every((one) => getComputedStyle(one).contentVisibility === 'visible'))).toBe(true);
});

test('A tree has at most sixty stops of the Tab key.', async ({ page }) => {
  await page.goto('./decide/may-cross/');
  await page.locator('a[aria-haspopup]').first().waitFor();
  const stops = await page
    .locator('a[href], button, summary, input')
    .evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true })).length);
  expect(stops).toBeLessThanOrEqual(60);
});

test('A question page shows the progress; an outcome shows what to do now, what to decide next, and its text to copy.', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./decide/may-cross/mine/');
  await expect(page.locator('.progress')).toHaveText(/^Question 2 of 3 to \d$/);
  await expect(page.locator('.terms-used dt')).toHaveText(['draught', 'toll']);
  await page.goto('./decide/may-cross/mine/nothing/unsaid/');
  await expect(page.locator('.next')).toContainText('Ask the others');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.locator('.actions')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\*\*Result: It is disputed[^]*- What is on the ferry\? \*\*Nothing, or a lamp\*\*/,
  );
  const mail = await page.getByRole('link', { name: 'Send by e-mail' }).getAttribute('href');
  expect(decodeURIComponent(mail!)).toMatch(/^mailto:\?subject=It is disputed.*2\. What is on the ferry\? — Nothing, or a lamp/s);
});
