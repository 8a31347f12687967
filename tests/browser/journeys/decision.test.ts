/** From the front page through the questions to an outcome, and back to change one answer. */
import { expect, test, type Page } from 'playwright/test';
import { enter, skipToText, tabTo } from './keyboard.ts';

const answer = (page: Page, name: string) => page.locator('.choices, p.walk').getByRole('link', { name, exact: true });
const change = (page: Page, ask: RegExp) => page.getByRole('link', { name: new RegExp(`^Change: .*${ask.source}`) });

test('With the keyboard: each answer is a few Tab stops from the top, and an answer can be changed on the outcome.', async ({ page }) => {
  await page.goto('./');
  await skipToText(page);
  await enter(page, page.getByRole('link', { name: 'Answer questions about your case' }));
  await enter(page, answer(page, 'Yes, it is mine'));
  for (const name of ['Nothing, or a lamp', 'Rules of its own']) {
    await expect(answer(page, name)).toBeVisible();
    await skipToText(page);
    expect(await tabTo(page, answer(page, name)), name).toBeLessThan(8);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('.verdict .level')).toHaveText('Check the terms');
  await skipToText(page);
  await enter(page, change(page, /What is on the ferry/));
  await expect(answer(page, 'Cargo, of any kind')).toBeVisible();
  await skipToText(page);
  await enter(page, answer(page, 'Cargo, of any kind'));
  await expect(page.locator('.answer-history li')).toHaveCount(2);
  await expect(page.locator('.answer-history li').last()).toContainText('Cargo, of any kind');
});

test('With a screen reader: the question is the heading, the answers are a list, and an outcome begins with its level.', async ({ page }) => {
  await page.goto('./');
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading /May a ferry cross empty/ [level=1]
      - paragraph: /Yes, under rule 14/
      - list:
        - listitem:
          - link "Answer questions about your case"
  `);
  await page.goto('./decide/may-cross/');
  await answer(page, 'Yes, it is mine').click();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "What is on the ferry?" [level=1]
      - list:
        - listitem:
          - link "Cargo, of any kind"
        - listitem:
          - link "Nothing, or a lamp"
          - text: assumed by the author
      - heading "Why we ask" [level=2]
      - region "Your answers so far":
        - heading "Your answers so far" [level=2]
        - list:
          - listitem:
            - paragraph:
              - strong: Yes, it is mine
              - link /^Change. Is it your turn/
        - paragraph:
          - link "Start again"
  `);
  await answer(page, 'Nothing, or a lamp').click();
  await answer(page, 'Nobody has said').click();
  await expect(page).toHaveTitle(/^Result: Risk\. /);
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - paragraph:
        - link "May this ferry cross now?"
      - paragraph: Risk
      - heading [level=1]
      - heading "What to do now" [level=2]
      - region "Your answers, and what would change the result":
        - list:
          - listitem:
            - heading /Is it your turn/ [level=3]
          - listitem:
            - heading "What is on the ferry?" [level=3]
            - paragraph:
              - strong: Nothing, or a lamp
              - 'link "Change: What is on the ferry?"'
  `);
  await change(page, /What is on the ferry/).click();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "What is on the ferry?" [level=1]
      - list:
        - listitem:
          - link "Cargo, of any kind"
  `);
  await answer(page, 'Cargo, of any kind').click();
  await expect(page.getByRole('region', { name: 'Your answers so far' }).getByRole('listitem').last()).toContainText('Cargo, of any kind');
});
