/** From the front page through the questions to an outcome, and back to change one answer. */
import { expect, test, type Page } from 'playwright/test';
import { enter, skipToText, tabTo } from './keyboard.ts';

const answer = (page: Page, name: string) => page.locator('.choices, p.walk').getByRole('link', { name, exact: true });
const change = (page: Page, ask: RegExp) => page.getByRole('link', { name: new RegExp(`^Change: .*${ask.source}`) });

test('With the keyboard alone: each answer is a few stops from the top, and one can be changed from the outcome.', async ({ page }) => {
  await page.goto('./');
  await skipToText(page);
  await enter(page, answer(page, 'Yes, AGPL-3.0 only'));
  for (const name of ['Its code or other files, inside the student', 'Copies are given to others']) {
    await expect(answer(page, name)).toBeVisible();
    await skipToText(page);
    expect(await tabTo(page, answer(page, name)), name).toBeLessThan(8);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.verdict .level')).toHaveText('Duty');
  await skipToText(page);
  await enter(page, change(page, /How do you use the teacher/));
  await expect(answer(page, 'Only its answers, as training data')).toBeVisible();
  await skipToText(page);
  await enter(page, answer(page, 'Only its answers, as training data'));
  await expect(page.locator('.answer-history li')).toHaveCount(2);
  await expect(page.locator('.answer-history li').last()).toContainText('Only its answers, as training data');
});

test('By ear: the question is the heading, the answers are a list, and a result says first how grave it is and then how it was reached.', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading /must your model be AGPL too/ [level=1]
      - paragraph: /Under Russian law/
      - term:
        - link "Answer step by step"
  `);
  await answer(page, 'Yes, AGPL-3.0 only').click();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "How do you use the teacher?" [level=1]
      - list:
        - listitem:
          - link "Only its answers, as training data"
          - text: assumed by the author
        - listitem:
          - link "Inner values of a copy that I run"
        - listitem:
          - link "Its training code as a tool, nothing inside"
        - listitem:
          - link "Its code or other files, inside the student"
        - listitem:
          - 'link "Its weights: reused, tuned or merged"'
      - heading "Why it is asked" [level=2]
      - region "Your answers so far":
        - heading "Your answers so far" [level=2]
        - list:
          - listitem:
            - strong: Yes, AGPL-3.0 only
            - link /^Change. Is the teacher under AGPL-3.0/
        - paragraph:
          - link "Start again"
  `);
  await answer(page, 'Its code or other files, inside the student').click();
  await answer(page, 'Copies are given to others').click();
  await expect(page).toHaveTitle(/^Result: Duty\. /);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph:
        - link "Does the AGPL reach the student model?"
      - paragraph: Duty
      - heading [level=1]
      - heading "What to do now" [level=2]
      - region "How you got here, and what would change the result":
        - list:
          - listitem:
            - heading /Is the teacher under AGPL-3.0/ [level=3]
          - listitem:
            - heading "How do you use the teacher?" [level=3]
            - paragraph:
              - strong: Its code or other files, inside the student
              - 'link "Change: How do you use the teacher?"'
  `);
  await change(page, /How do you use the teacher/).click();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "How do you use the teacher?" [level=1]
      - list:
        - listitem:
          - link "Only its answers, as training data"
  `);
  await answer(page, 'Only its answers, as training data').click();
  await expect(page.getByRole('region', { name: 'Your answers so far' }).getByRole('listitem').last()).toContainText(
    'Only its answers, as training data',
  );
});
