import { expect, test } from 'playwright/test';
import { expectFirstQuestion } from './first-question.ts';

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('A reader reaches an outcome after every question, and Back undoes the last answer.', async ({ page }) => {
    await page.goto('./decide/may-cross/');
    const answers = ['Yes, it is mine', 'Nothing, or a lamp', 'The printed ones', 'Flood', 'Yes, one is free', 'No, not yet'];
    for (const [at, answer] of answers.entries()) {
      await page
        .locator(at ? '.choices' : 'p.walk')
        .getByRole('link', { name: answer, exact: true })
        .click();
      await expect(page.locator(':is(.answer-history, .explanation) > ol > li')).toHaveCount(at + 1);
    }
    await expect(page.locator('h1')).toHaveText(/^Pay the toll first/);
    await expect(page.locator('.verdict .level')).toHaveClass('level duty');
    await expect(page.getByRole('link', { name: /^Change: / })).toHaveCount(answers.length);
    await page.goBack();
    await expect(page.locator('.choices a')).not.toHaveCount(0);
  });
});

test('An open drawing begins at the first question, with text of at least twelve pixels.', async ({ page }) => {
  await page.setViewportSize({ width: 834, height: 900 });
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(2);
  for (const tree of trees) await expectFirstQuestion(page, tree);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectFirstQuestion(page, './decide/may-cross/');
});

test('A link to the drawing shows it. It covers the table of contents, keeps its colours, and is under the line at the top.', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 600 });
  await page.goto('./decide/may-cross/#tree-drawing');
  const drawing = page.locator('svg.diagram');
  await expect(drawing).toBeVisible();
  await drawing.evaluate((svg) => scrollBy(0, svg.getBoundingClientRect().top));
  const topmost = (selector: string): Promise<string> =>
    page.locator(selector).evaluate((element) => {
      const { left, top } = element.getBoundingClientRect();
      return document.elementFromPoint(left + 4, top + 8)!.closest('.diagram, .place-line, .toc')?.className ?? '';
    });
  await expect.poll(() => topmost('.toc a >> nth=0')).toBe('diagram');
  await expect.poll(() => topmost('.place-title')).toBe('place-line');
  const colour = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await colour('#tree-drawing')).toBe('rgba(0, 0, 0, 0)');
  expect(await colour('#tree-drawing > summary')).not.toBe('rgba(0, 0, 0, 0)');
  expect(await colour('.diagram-frame')).toBe(await colour('html'));
});

test('What a link has opened can be closed, and the next link opens it again.', async ({ page }) => {
  await page.goto('./decide/may-cross/#tree-drawing');
  const drawing = page.locator('#tree-drawing');
  await expect(drawing).toHaveAttribute('open', '');
  await drawing.locator('> summary').click();
  await expect(page.locator('svg.diagram')).toBeHidden();
  const outcome = page.locator('.outcomes li').first();
  await page.evaluate((id) => (location.hash = id ?? ''), await outcome.locator('h3').getAttribute('id'));
  await expect(outcome.locator('.fold p').first()).toBeVisible();
  await outcome.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(outcome.locator('.fold p').first()).toBeHidden();
  await expect(outcome.locator('.fold')).not.toHaveAttribute('open');
  await page.goBack();
  await expect(page.locator('svg.diagram')).toBeVisible();
  // A link to the present target opens it too.
  await drawing.locator('> summary').click();
  await expect(page.locator('svg.diagram')).toBeHidden();
  await page.locator('.toc a[href="#tree-drawing"]').click();
  await expect(page.locator('svg.diagram')).toBeVisible();
});

test('On a phone a tree has its lists and no drawing, and every collapsed part opens.', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto('./decide/may-cross/');
  await expect(page.locator('svg.diagram')).toBeHidden();
  await expect(page.locator('.fold p').first()).toBeHidden();
  await page.locator('.outcomes li').last().scrollIntoViewIfNeeded();
  await page.mouse.move(100, 400);
  await expect(page.locator('.place-section')).toHaveText('Results');
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
  // A later press must find the button by its name.
  await expect(page.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^\*\*Result: It is disputed[^]*- What is on the ferry\? \*\*Nothing, or a lamp\*\*/,
  );
  const mail = await page.getByRole('link', { name: 'Send by e-mail' }).getAttribute('href');
  expect(decodeURIComponent(mail!)).toMatch(/^mailto:\?subject=It is disputed.*2\. What is on the ferry\? — Nothing, or a lamp/s);
});
