import { expect, test } from 'playwright/test';
import { kinds, listen } from './places.ts';

for (const place of kinds) {
  test(`The page ${place} breaks no policy, asks no other host and has an empty console.`, async ({ page, baseURL }) => {
    const heard = await listen(page);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(baseURL!).origin)) elsewhere.push(request.url());
    });
    await page.goto(place);
    if (!place.includes('search')) await page.keyboard.press('/');
    await page.locator('input[type=search]').fill('database');
    await expect(page.locator('.results a').first()).toBeVisible();
    expect(elsewhere).toEqual([]);
    expect(heard.filter((text) => !/status of 404/.test(text))).toEqual([]);
  });
}
