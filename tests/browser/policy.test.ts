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

test('The policy lets WebAssembly run, and no script that is made of text.', async ({ page }) => {
  await page.goto('./');
  const allowed = await page.evaluate(() => {
    const runs = (act: () => unknown): boolean => {
      try {
        act();
        return true;
      } catch {
        return false;
      }
    };
    // The shortest module: its magic number and its version.
    const module = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
    return { wasm: runs(() => new WebAssembly.Module(module)), script: runs(() => new Function('return 1')) };
  });
  expect(allowed).toEqual({ wasm: true, script: false });
});
