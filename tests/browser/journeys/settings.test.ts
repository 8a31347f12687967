/** The theme and the shortcuts, set once and stored for the next page. */
import { expect, test, type Page } from 'playwright/test';
import { enter, focusError, tabTo } from './keyboard.ts';

const theme = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const keys = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const opener = (page: Page) => page.getByRole('button', { name: 'Keyboard shortcuts' });

test.use({ colorScheme: 'light' });

test('With the keyboard: the dark theme and disabled shortcuts also apply to the next page.', async ({ page }) => {
  await page.goto('./changes/');
  // The settings are available after the first key.
  await page.keyboard.press('Shift');
  await expect(opener(page)).toBeVisible();
  await tabTo(page, theme(page, 'System'), 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(theme(page, 'Dark')).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await enter(page, opener(page));
  await expect(keys(page)).toBeVisible();
  const toggle = page.getByRole('checkbox', { name: 'Use single-key shortcuts' });
  if (!(await toggle.evaluate((one) => one === document.activeElement))) await tabTo(page, toggle);
  await expect.poll(() => focusError(page)).toBeUndefined();
  await page.keyboard.press('Space');
  await expect(toggle).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
  const home = page.getByRole('link', { name: 'Ferry, Explained', exact: true });
  await tabTo(page, home, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('body.front')).toBeVisible();
  await page.waitForLoadState();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  for (const key of ['?', '/', 'n', 'c']) await page.keyboard.press(key);
  // Ctrl+K still opens the search, and nothing else was opened before.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('body.front')).toBeVisible();
});

test('With a screen reader: the themes are a group of three choices, and the shortcuts a dialog with their state.', async ({ page }) => {
  await page.goto('./changes/');
  await page.keyboard.press('Shift');
  await expect(page.getByRole('contentinfo')).toMatchAriaSnapshot(`
    - contentinfo:
      - group "Colour theme":
        - radio "System" [checked]
        - radio "Light"
        - radio "Dark"
      - paragraph:
        - button "Keyboard shortcuts"
  `);
  await theme(page, 'Dark').check();
  await opener(page).click();
  await page.getByRole('checkbox', { name: 'Use single-key shortcuts' }).uncheck();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.goto('./questions/');
  await page.keyboard.press('Shift');
  await opener(page).click();
  await expect(keys(page)).toMatchAriaSnapshot(`
    - dialog "Keyboard shortcuts":
      - heading "Keyboard shortcuts" [level=2]
      - term: /
      - definition: search
      - paragraph:
        - checkbox "Use single-key shortcuts"
      - button "Close"
  `);
  await expect(page.getByRole('checkbox', { name: 'Use single-key shortcuts' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('contentinfo')).toMatchAriaSnapshot(`
    - group "Colour theme":
      - radio "Dark" [checked]
  `);
});
