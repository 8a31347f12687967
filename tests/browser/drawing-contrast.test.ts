import { test } from 'playwright/test';
import { expectContrast } from './drawing-contrast.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test(`Text, lines and arrowheads of every drawing have enough contrast in the ${colorScheme}.`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of ['decide/may-cross/', 'decide/who-pays/', 'map/', 'concepts/tide/', 'concepts/ferry/'])
      await expectContrast(page, `./${path}`);
  });
