import { expect, test } from 'playwright/test';
import { kinds, listen } from './sample-pages.ts';

for (const place of kinds) {
  test(`The page ${place} violates no policy, sends no request to another host and has an empty console.`, async ({ page, baseURL }) => {
    const messages = await listen(page);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(new URL(baseURL!).origin)) elsewhere.push(request.url());
    });
    await page.goto(place);
    if (!place.includes('search')) await page.keyboard.press('/');
    await page.locator('input[type=search]').fill(place.includes('/ru/') ? 'паром' : 'ferry');
    await expect(page.locator('.results a').first()).toBeVisible();
    expect(elsewhere).toEqual([]);
    expect(messages.filter((text) => !/status of 404/.test(text))).toEqual([]);
  });
}

test('The policy allows WebAssembly, and no script from text.', async ({ page }) => {
  await page.goto('./');
  const ran = await page.evaluate(async () => {
    // The shortest module: its magic number and its version.
    const wasm = Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    // The policy must block this script.
    // oxlint-disable-next-line no-implied-eval
    setTimeout('document.body.dataset.ran = 1', 0);
    // A later timer of the same delay runs after it.
    await new Promise((done) => setTimeout(() => setTimeout(done)));
    return { wasm, script: 'ran' in document.body.dataset };
  });
  expect(ran).toEqual({ wasm: true, script: false });
});
