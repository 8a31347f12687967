/** The anchor links and their menu: the copied texts, the keyboard, and the targets of copied links. */
import { expect, test, type Page } from 'playwright/test';
import { settled } from './sample-pages.ts';

const PAGE = './concepts/crossing/';
const mark = (page: Page, id = 'definition.2') => page.locator(`a.anchor-link[href="#${id}"]`);
const menu = (page: Page) => page.locator('anchor-menu [popover]');
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

const html = (page: Page): Promise<string> => page.evaluate(async () => (await (await navigator.clipboard.read())[0]!.getType('text/html')).text());

/** Presses a button of the menu and returns the copied text. */
async function copy(page: Page, name: string): Promise<string> {
  const button = page.locator(`anchor-menu button[value=${name}]`);
  await expect(button).toBeVisible();
  // Removes the message of an earlier copy.
  await page.locator('anchor-menu output').evaluate((output) => output.replaceChildren());
  await button.press('Enter');
  await expect(page.locator('anchor-menu output strong')).toHaveText('Copied');
  return clipboard(page);
}

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('A copied link shows its block and highlights only that block, on a phone and on a desktop.', async ({ page, context }) => {
  const cases = { 'definition.2': 390, 'by-night': 1440, 'for-others.1': 390 };
  const links: string[] = [];
  await page.goto(PAGE);
  for (const id of Object.keys(cases)) {
    await mark(page, id).click();
    links.push(await copy(page, 'link'));
    await page.keyboard.press('Escape');
  }
  const there = await context.newPage();
  for (const [id, width] of Object.entries(cases)) {
    const link = links.shift()!;
    expect(new URL(link).hash).toBe(`#${id}`);
    await there.setViewportSize({ width, height: 800 });
    await there.goto('about:blank');
    await there.goto(link);
    const found = await there.evaluate(() => {
      const targets = [...document.querySelectorAll(':target')];
      const { top } = targets[0]!.getBoundingClientRect();
      const head = document.querySelector('.site-header')!;
      const sticks = ['sticky', 'fixed'].includes(getComputedStyle(head).position);
      const colour = getComputedStyle(targets[0]!).backgroundColor;
      const coloured = [...document.querySelectorAll('main [id]')].filter((one) => getComputedStyle(one).backgroundColor === colour);
      return {
        ids: targets.map((one) => one.id),
        top,
        below: sticks ? head.getBoundingClientRect().bottom : 0,
        coloured: coloured.map((one) => one.id),
      };
    });
    expect(found.ids).toEqual([id]);
    expect(found.coloured).toEqual([id]);
    expect(found.top).toBeGreaterThanOrEqual(found.below);
    expect(found.top).toBeLessThan(400);
  }
});

test('The menu copies each form of a passage, with the address of the passage in it.', async ({ page }) => {
  await page.goto(PAGE);
  await mark(page).click();
  await expect(menu(page)).toBeVisible();
  await expect(menu(page).locator('p')).toHaveText('crossing.definition.2');
  expect(new URL(await copy(page, 'share')).pathname).toMatch(/\/s\/crossing\.definition\.2\/$/);
  const link = await copy(page, 'link');
  expect(await copy(page, 'markdown')).toBe(`[Crossing: What the rules say](${link})`);
  expect(await copy(page, 'quotation')).toMatch(/^“The move is counted whole .{40,}”\n— Crossing: What the rules say, http.*#definition\.2$/);
  expect(await html(page)).toMatch(
    /<blockquote[^>]*><p[^>]*>The move is counted whole .*<\/blockquote><p[^>]*>— <a [^>]*>Crossing: What the rules say<\/a>/,
  );
  expect(await copy(page, 'quotation-markdown')).toMatch(/^> The move is counted whole .{40,}\n>\n> — \[Crossing: .*\]\(.*#definition\.2\)$/);
  for (const form of ['text', 'gost', 'bibtex', 'ris', 'csl']) expect(await copy(page, form), form).toContain('/concepts/crossing/#definition.2');
  const [day, month, year] = (/дата обращения: (\d\d)\.(\d\d)\.(\d{4})/.exec(await copy(page, 'gost')) ?? []).slice(1);
  expect(Math.abs(Date.now() - Date.parse(`${year}-${month}-${day}`))).toBeLessThan(2 * 86_400_000);
});

test('The menu stays where it is while it copies.', async ({ page }) => {
  await page.goto(PAGE);
  for (const id of ['definition.2', 'doubts.3']) {
    await mark(page, id).click();
    await expect(menu(page)).toBeVisible();
    await settled(menu(page));
    const [before, height] = await menu(page).evaluate((one) => [one.getBoundingClientRect().top, one.clientHeight] as const);
    await page.locator('anchor-menu button[value=link]').click();
    await expect(page.locator('anchor-menu output strong')).toHaveText('Copied');
    const after = await menu(page).evaluate((one) => [one.getBoundingClientRect().top, one.clientHeight] as const);
    expect(after[0], id).toBeCloseTo(before, 0);
    expect(after[1], id).toBeGreaterThan(height);
    await page.keyboard.press('Escape');
  }
});

test('The keyboard opens the menu, moves in it and copies; then the focus returns.', async ({ page }) => {
  await page.goto(PAGE);
  await mark(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('anchor-menu button[value=link]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('anchor-menu output')).toContainText('Copied');
  expect(await clipboard(page)).toMatch(/^\[Crossing: /);
  await page.keyboard.press('Escape');
  await expect(menu(page)).toBeHidden();
  await expect(mark(page)).toBeFocused();
  await expect(page).not.toHaveURL(/#/);
});

test('Only the selected text is quoted, and a link to it scrolls to it.', async ({ page }) => {
  await page.goto(PAGE);
  await page.evaluate(() => {
    const text = document.getElementById('definition.2')!.firstChild!;
    getSelection()!.setBaseAndExtent(text, 4, text, 25);
  });
  await mark(page).click();
  expect(await copy(page, 'words')).toMatch(/#definition\.2:~:text=move%20is%20counted%20whole$/);
  expect(await copy(page, 'quotation')).toMatch(/^“move is counted whole”\n— Crossing/);
});

test('A difference, a table, an outcome and a term have readable quotations.', async ({ page }) => {
  for (const [place, selector, quoted] of [
    [PAGE, '#differs-night > a.anchor-link', /^“[^“”]+\n\n[^”]+”\n— Crossing, /],
    [PAGE, 'table a.anchor-link', /^“a landing stage — by the rules: crossed; by the club: crossed\n/],
    ['./decide/may-cross/', '.outcomes h3 > a.anchor-link', /^“(?!No duty|Duty|Risk|Check)/],
    ['./vocabulary/', 'dt:has(span[lang=ru]) > a.anchor-link', /^“.+”\n— Terms: [^а-яё]+#/],
    ['./differences/', '.difference > a.anchor-link', /^“[^“”]+\n\n[^”]+”\n— .+\/(?:concepts|questions)\/.+#/],
    ['./sources/rule-14/', '.paragraph > a.anchor-link', /^“.+”\n— Rule 14: .+#/s],
  ] as const) {
    await page.goto(place);
    const link = page.locator(selector).first();
    await link.focus();
    await link.press('Enter');
    expect(await copy(page, 'quotation'), place).toMatch(quoted);
  }
});

test('On a list of differences each link leads to a passage of another page; the page of the list cites nothing else.', async ({ page }) => {
  await page.goto('./differences/');
  const link = page.locator('.difference > a.anchor-link').first();
  await link.press('Enter');
  const url = new URL(await copy(page, 'link'));
  expect(url.pathname).toMatch(/\/(?:concepts|questions)\//);
  const report = decodeURIComponent((await page.locator('anchor-menu .report').getAttribute('href'))!);
  expect(report).toContain(url.pathname + url.hash);
  expect(report).not.toContain('/differences/');
  await expect(page.locator('anchor-menu button[value=bibtex]')).toBeHidden();
  for (const other of await page.locator('anchor-menu a[hreflang]').all()) await expect(other).toBeHidden();
  // On its own page, the menu has all of them again.
  await page.goto(PAGE);
  await mark(page).press('Enter');
  await expect(page.locator('anchor-menu button[value=bibtex]')).toBeVisible();
  await expect(page.locator('anchor-menu a[hreflang]').first()).toBeVisible();
});

test('The quotation of a source is its summary.', async ({ page }) => {
  await page.goto('./sources/rule-14/');
  const summary = await page.locator('main .prose > p:not(.work)').first().textContent();
  await page.locator('h1 > a.anchor-link').press('Enter');
  expect((await copy(page, 'quotation')).replace(/\s+/g, ' ')).toContain(summary!.trim().replace(/\s+/g, ' ').slice(0, 40));
});

test('Every button on a page of a walk shares its own URL.', async ({ page }) => {
  for (const place of ['./decide/may-cross/mine/nothing/house/', './decide/may-cross/mine/']) {
    await page.goto(place);
    const own = page.url();
    await page.evaluate(() => Object.assign(navigator, { share: (data: unknown) => (Object.assign(window, { shared: data }), Promise.resolve()) }));
    await page.locator('h1 a.anchor-link').click();
    expect(await copy(page, 'link')).toBe(own);
    await expect(page.locator('anchor-menu button[value=share]')).toBeHidden();
    await page.locator('anchor-menu button[value=sheet]').click();
    expect(await page.evaluate(() => (window as unknown as { shared: { url: string } }).shared.url)).toBe(own);
  }
});

test('The menu does not cover its passage, and “Copied” does not have the colour of an error.', async ({ page }) => {
  await page.goto(PAGE);
  for (const width of [390, 834, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    for (const id of ['definition.2', 'doubts.3']) {
      const link = mark(page, id);
      await link.focus();
      await link.press('Enter');
      await copy(page, 'link');
      await settled(menu(page));
      const covered = await page.evaluate((name) => {
        const block = document.getElementById(name)!;
        const passage = block.getBoundingClientRect();
        const box = document.querySelector('anchor-menu [popover]')!.getBoundingClientRect();
        // The number of a list item is outside of its box.
        const left = passage.left - (block.matches('li') ? 24 : 0);
        return left < box.right && passage.right > box.left && passage.top < box.bottom && passage.bottom > box.top;
      }, id);
      expect(covered, `${id} at ${width}`).toBe(false);
      const [said, plain] = await page.evaluate(() => [
        getComputedStyle(document.querySelector('anchor-menu strong')!).color,
        getComputedStyle(document.body).color,
      ]);
      expect(said).toBe(plain);
      await page.keyboard.press('Escape');
    }
  }
});

test('Without a selection there is no link to selected text, and a second click closes the menu.', async ({ page }) => {
  await page.goto(PAGE);
  await mark(page).click();
  await expect(menu(page)).toBeVisible();
  await expect(page.locator('anchor-menu button[value=words]')).toBeHidden();
  await mark(page).click();
  await expect(menu(page)).toBeHidden();
});

test('A tree node, an outcome of a walk and a note have the menu too.', async ({ page }) => {
  for (const [place, selector, address] of [
    ['./decide/may-cross/', '#stage > a.anchor-link', 'may-cross.stage'],
    ['./decide/may-cross/mine/nothing/house/', 'h1 a.anchor-link', 'may-cross.house-decides'],
    ['./questions/may-a-ferry-cross-empty/', 'h1 a.anchor-link', 'may-a-ferry-cross-empty'],
    ['./concepts/crossing/', '.footnotes li:first-child a.anchor-link', /^crossing\.fn-/],
  ] as const) {
    await page.goto(place);
    await page.locator(selector).click();
    await expect(menu(page).locator('p'), place).toHaveText(address);
  }
});

test.describe('By touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  test('A tap on an anchor link opens the menu at the bottom of the screen, and the tapped passage does not move.', async ({ page }) => {
    await page.goto(PAGE);
    await mark(page).tap();
    await expect(menu(page)).toBeVisible();
    const box = (await menu(page).boundingBox())!;
    expect([Math.round(box.x), Math.round(box.width), Math.round(box.y + box.height)]).toEqual([0, 390, 800]);
    const button = menu(page).locator('button[value=link]');
    const { y } = (await button.boundingBox())!;
    await button.tap();
    await expect(menu(page).locator('output strong')).toHaveText('Copied');
    expect((await menu(page).boundingBox())!.y).toBeLessThan(box.y);
    expect((await button.boundingBox())!.y).toBeCloseTo(y, 0);
  });
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('An anchor link links to its passage, and the citations are on the page.', async ({ page }) => {
    await page.goto(PAGE);
    await mark(page).click();
    await expect(page).toHaveURL(/#definition\.2$/);
    await expect(menu(page)).toBeHidden();
    await page.locator('.citations summary').click();
    await expect(page.locator('.citations pre[data-format=bibtex]')).toBeVisible();
    await expect(page.locator('.citations pre')).toHaveCount(5);
  });
});
