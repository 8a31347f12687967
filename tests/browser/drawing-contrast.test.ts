import { test } from 'playwright/test';
import { expectContrast } from './drawing-contrast.ts';

test('Text, lines and arrowheads of every drawing have enough contrast in light and dark.', async ({ page }) => {
  for (const path of ['decide/may-cross/', 'decide/who-pays/', 'map/', 'concepts/tide/', 'concepts/ferry/']) await expectContrast(page, `./${path}`);
});
