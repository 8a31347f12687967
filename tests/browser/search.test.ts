/** The search in the browser, in the dialog and on its page. */
import { expect, test, type Page, type Route } from 'playwright/test';
import { listen } from './sample-pages.ts';

const hits = '.results a.hit';
const status = '.status-line';
const box = 'main search-panel input';

const searchFor = async (page: Page, query: string): Promise<void> => {
  await page.goto(`./search/?q=${encodeURIComponent(query)}`);
  await expect(page.locator(hits).first()).toBeVisible();
};

test('The slash and Ctrl+K open the search dialog, Escape closes it and returns the focus.', async ({ page }) => {
  await page.goto('./concepts/ferry/');
  const link = page.locator('search-box > a');
  await link.focus();
  for (const keys of ['/', 'Control+k']) {
    await page.keyboard.press(keys);
    await expect(page.locator('.search-dialog input')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.search-dialog')).toBeHidden();
    await expect(link).toBeFocused();
  }
});

test('A query in the dialog finds pages and sections, and Enter opens the first result.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('crossing');
  await expect(page.locator(hits).first()).toHaveText('Crossing');
  await expect(page.locator(hits).nth(1)).toHaveAttribute('href', /\/concepts\/crossing\/#/);
  await page.locator('.search-dialog input').press('Enter');
  await expect(page).toHaveURL(/\/concepts\/crossing\/$/);
});

test('Enter before the results appear opens the first result of the typed query, not of the previous one.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('cargo');
  await expect(page.locator(hits).first()).toBeVisible();
  await page.locator('.search-dialog input').fill('ferry');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/concepts\/ferry\//);
});

test('Ctrl+Enter opens the first result in a new tab and leaves the search as it is.', async ({ page, context }) => {
  await searchFor(page, 'crossing');
  const opened = context.waitForEvent('page');
  await page.locator(box).press('Control+Enter');
  await expect(await opened).toHaveURL(/\/concepts\/crossing\/$/);
  await expect((await opened).locator('.hit-navigation')).toBeVisible();
  await expect(page).toHaveURL(/\?q=crossing$/);
});

test('Arrow keys move through the results, and back to the field.', async ({ page }) => {
  await searchFor(page, 'crossing');
  await page.locator(box).press('ArrowDown');
  await expect(page.locator(hits).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(hits).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(box)).toBeFocused();
  // From an element between two results, they move to these.
  const items = page.locator('.results > li');
  await items.first().locator('button').focus();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1).locator('a.hit').first()).toBeFocused();
  await items.first().locator('button').focus();
  await page.keyboard.press('ArrowUp');
  await expect(items.first().locator('a.hit').last()).toBeFocused();
});

test('A button of the search that disappears leaves the focus in the field.', async ({ page }) => {
  await page.goto('./search/?q=crossing&kind=source&certainty=settled&language=xx');
  await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
  await expect(page.locator(hits).first()).toBeVisible();
  await expect(page.locator(box)).toBeFocused();
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog .examples button').first().press('Enter');
  await expect(page.locator('.search-dialog a.hit').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.search-dialog a.hit').first()).toBeFocused();
});

test('The live regions exist before their first text, and a notice that stays the same is not announced again.', async ({ page }) => {
  await page.goto('./search/');
  const regions = page.locator('main search-panel :is([role=status], [aria-live])');
  await expect(regions).toHaveCount(2);
  expect(await regions.evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([true, true]);
  await page.locator(box).fill('crosing');
  await expect(page.locator('.search-notices p')).toBeVisible();
  const notice = await page.locator('.search-notices p').first().elementHandle();
  await page.locator(box).fill('crosing of');
  await expect(page.locator(status)).toContainText('crosing of');
  expect(await notice!.evaluate((one) => one.isConnected)).toBe(true);
});

test('A click in the dialog, a selection that ends outside, and a link in a new tab leave it open; its backdrop closes it.', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('./');
  await page.keyboard.press('/');
  const dialog = page.locator('.search-dialog');
  await dialog.locator('input').fill('crossing');
  await expect(dialog.locator('a.hit').first()).toBeVisible();
  const { x, y } = (await dialog.boundingBox())!;
  await page.mouse.click(x + 4, y + 80);
  const field = (await dialog.locator('input').boundingBox())!;
  await page.mouse.move(field.x + 80, field.y + 10);
  await page.mouse.down();
  await page.mouse.move(x - 40, field.y + 10);
  await page.mouse.up();
  await dialog
    .locator('a.hit')
    .first()
    .click({ modifiers: ['Control'] });
  await expect(dialog).toBeVisible();
  await page.mouse.click(x - 40, y + 80);
  await expect(dialog).toBeHidden();
});

test('A result on the open page begins at the first highlight, not at the fragment of the URL.', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('./concepts/crossing/#doubts');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('crossing');
  await expect(page.locator('.search-dialog a.hit').first()).toHaveAttribute('href', /\/concepts\/crossing\/$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.hit-navigation [role=status]')).toHaveText(/^1 /);
  await expect(page).toHaveURL(/\/concepts\/crossing\/$/);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(300);
  await page.goBack();
  await expect(page).toHaveURL(/#doubts$/);
});

test('The page of an unknown address searches for the words after its language and its section.', async ({ page, baseURL }) => {
  for (const [path, query] of [
    ['concepts/crossings/', 'crossings'],
    ['ru/concepts/crossings/', 'crossings'],
    ['ru/паром', 'паром'],
  ] as const) {
    await page.goto(`${baseURL}${path}`);
    await expect(page.locator(box), path).toHaveValue(query);
  }
});

test('A result shows its page, kind, certainty and jurisdiction, and a snippet with highlighted words.', async ({ page }) => {
  await searchFor(page, 'presume considerable patience');
  const item = page.locator('.results > li').first();
  await expect(item.locator('a').first()).toHaveText('Empty crossing');
  await expect(item.locator('small').first()).toHaveText('Concept · Contested · Printed rules');
  await expect(item.locator('a.hit').first()).toHaveText('What it is');
  const marked = (await item.locator('mark').allTextContents()).map((word) => word.toLowerCase());
  expect(marked).toEqual(expect.arrayContaining(['presume', 'considerable', 'patience']));
});

test('A button shows more results, and the focus moves to the first of them.', async ({ page }) => {
  await searchFor(page, 'crossing');
  const items = page.locator('.results > li');
  await expect(items).toHaveCount(5);
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await expect(items).toHaveCount(10);
  await expect(items.nth(5).locator('a').first()).toBeFocused();
});

test('Filters have counts, reduce the results, and are in the URL; Back restores them with the query.', async ({ page }) => {
  await searchFor(page, 'crossing');
  const kinds = page.getByRole('group', { name: 'Type' });
  const sources = kinds.getByRole('button', { name: /^Source/ });
  const count = Number(/\d+$/.exec((await sources.textContent())!)![0]);
  await sources.click();
  await expect(page.locator(status)).toHaveText(new RegExp(`^${count} results on ${count} pages`));
  await expect(page).toHaveURL(/\?q=crossing&kind=source$/);
  await expect(sources).toBeFocused();
  await page.locator(hits).first().click();
  await expect(page).toHaveURL(/\/sources\//);
  await page.goBack();
  await expect(page.locator(box)).toHaveValue('crossing');
  await expect(sources).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator(status)).toHaveText(new RegExp(`^${count} results`));
  await sources.click();
  await expect(page).toHaveURL(/\?q=crossing$/);
});

test('The URL of a search can be copied, also from the dialog.', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./');
  await page.keyboard.press('/');
  await page.locator('.search-dialog input').fill('lending a ferry');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator(status)).toHaveText('Link copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(new URL('search/?q=lending+a+ferry', page.url()).href);
});

test('A misspelt word is corrected at once, with a message.', async ({ page }) => {
  await searchFor(page, 'crosing ');
  await expect(page.locator('.search-notices')).toHaveText('No results for “crosing”. Showing results for “crossing”.');
  await expect(page.locator(hits).first()).toHaveText('Crossing');
});

test('A phrase in quotation marks returns every section that contains it.', async ({ page }) => {
  await searchFor(page, '"crossing costs one coin"');
  const count = await page.locator(status).textContent();
  expect(count).toMatch(/^\d+ results on \d+ pages/);
  const excerpts = await page.locator('.results .snippet').allTextContents();
  const holding = excerpts.filter((excerpt) => excerpt.toLowerCase().includes('crossing costs one coin'));
  // A page may also have the phrase as another name, which no snippet shows.
  expect(holding.length).toBeGreaterThan(excerpts.length / 2);
});

test('Text typed before the search is loaded is searched for afterwards.', async ({ page }) => {
  const come = await holdBack(page, 'continue');
  await page.goto('./search/?kind=concept');
  await page.locator(box).fill('ferry');
  come();
  await expect(page).toHaveURL(/\?q=ferry&kind=concept$/);
  await expect(page.locator(box)).toBeFocused();
  await expect(page.locator(box)).toHaveValue('ferry');
  await expect(page.locator(hits).first()).toBeVisible();
});

/** Delays the code of the search until the returned function is called; then it loads or fails. */
async function holdBack(page: Page, end: 'continue' | 'abort'): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/search-panel.*.js', async (route) => {
    await promise;
    await route[end]();
  });
  return resolve;
}

test('Keys typed after the slash go into the field, also before it exists, and trigger no shortcuts.', async ({ page }) => {
  const come = await holdBack(page, 'continue');
  await page.goto('./concepts/crossing/');
  await page.keyboard.press('/');
  // Among these, c, h, n and p are shortcuts of the page.
  await page.keyboard.type('lamps, ch');
  come();
  await expect(page.locator('.search-dialog input')).toHaveValue('lamps, ch');
  await page.keyboard.type('ange');
  await expect(page.locator('.search-dialog input')).toHaveValue('lamps, change');
  await expect(page.locator(hits).first()).toBeVisible();
  await expect(page).toHaveURL(/\/concepts\/crossing\/$/);
});

test('If the code of the search fails to load, the slash opens the search page with the typed text.', async ({ page }) => {
  const come = await holdBack(page, 'abort');
  await page.goto('./concepts/crossing/');
  await page.keyboard.press('/');
  await page.keyboard.type('lamps');
  come();
  await expect(page).toHaveURL(/\/search\/\?q=lamps$/);
});

test('The URL contains the query, and Back restores it.', async ({ page }) => {
  await page.goto('./search/');
  await page.locator(box).fill('ferry');
  await expect(page).toHaveURL(/\?q=ferry$/);
  await page.locator(hits).first().click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(page.locator(box)).toHaveValue('ferry');
  await expect(page.locator(hits).first()).toBeVisible();
});

test('The page of a result highlights every form of the words without changing the DOM or the URL.', async ({ page }) => {
  await searchFor(page, 'crossing');
  await page.locator('.results a.hit[href$="/concepts/crossing/#definition"]').click();
  await expect(page).toHaveURL(/\/concepts\/crossing\/#definition$/);
  const bar = page.locator('.hit-navigation');
  await expect(bar).toBeVisible();
  const marked = await page.evaluate(() => [...CSS.highlights.get('search-hit')!].map(String));
  const forms = new Set(marked.map((word) => word.toLowerCase()));
  expect([...forms]).toEqual(expect.arrayContaining(['crossing', 'crossed']));
  for (const form of forms) expect(form).toMatch(/^(?:cross|переправ)/);
  await expect(page.locator('main mark')).toHaveCount(0);
  const place = async () => Number(/^(\d+) of/.exec((await bar.locator('[role=status]').textContent())!)![1]);
  await expect(bar.locator('[role=status]')).toHaveText(/^\d+ of/);
  const first = await place();
  await bar.getByRole('button', { name: 'Next' }).click();
  expect(await place()).toBe(first + 1);
  await bar.getByRole('button', { name: 'Previous' }).click();
  expect(await place()).toBe(first);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
  await page.reload();
  await expect(bar).toHaveCount(0);
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a'.repeat(10_000),
  '🤖🔥',
  '\u202Eltr',
  '%',
  '%E0%A4%A',
  '.*+?^${}()|[]\\',
  '"',
  '   ',
  '\u0000',
  'ملكية فكرية “שלום”',
  'lorem ipsum dolor '.repeat(600),
  'Z̷̡̧͉͠a̵̢̛l̴g̸o',
  "' OR 1=1; --",
  'constructor __proto__ toString',
];
test('Hostile queries in the field and in the URL run no code, and each gets a response.', async ({ page }) => {
  test.setTimeout(90_000);
  const messages = await listen(page);
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  const assertAnswered = async (query: string) => {
    const answer = query.trim() ? /^(?:Nothing found for|\d+ results? on)/ : /^$/;
    await expect(page.locator(status), query.slice(0, 40)).toHaveText(answer);
    await expect(page.locator('search-panel :is(script, img)')).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(over, `${query.slice(0, 40)} fits the page`).toBeLessThanOrEqual(0);
  };
  for (const query of hostile.filter((one) => /[<%\0]|^a|__proto__/.test(one))) {
    await page.goto(`./search/?q=${query.includes('%') ? query : encodeURIComponent(query)}`);
    await assertAnswered(query);
  }
  for (const query of hostile) {
    await page.locator(box).fill('crossing');
    await expect(page.locator(hits).first()).toHaveText('Crossing');
    await page.locator(box).fill(query);
    await expect(page.locator(status)).not.toHaveText(/“crossing”/);
    await assertAnswered(query);
  }
  expect(alerted).toBe(false);
  expect(messages).toEqual([]);
});

test('An impossible filter in the URL gives no results and a button to clear it.', async ({ page }) => {
  const messages = await listen(page);
  for (const choice of ['<script>alert(1)</script>', '__proto__', '%00']) {
    await page.goto(`./search/?q=crossing&kind=${choice.includes('%') ? choice : encodeURIComponent(choice)}`);
    await expect(page.locator(status)).toHaveText('Nothing found for “crossing” with these filters.');
    await expect(page.locator('.search-filters [aria-pressed=true]')).toHaveText(new RegExp(`^${RegExp.escape(decodeURIComponent(choice))}\\s0$`));
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect(page.locator(hits).first()).toHaveText('Crossing');
  }
  expect(messages).toEqual([]);
});

test('Without results there is a message, with similar words, the terms and the questions.', async ({ page }) => {
  await page.goto(`./search/?q=${encodeURIComponent('ъъъъъ')}`);
  await expect(page.locator(status)).toHaveText('Nothing found for “ъъъъъ”.');
  await expect(page.getByRole('link', { name: 'All terms' })).toHaveAttribute('href', /\/vocabulary\/$/);
  await expect(page.getByRole('link', { name: 'All questions' })).toHaveAttribute('href', /\/questions\/$/);
});

const INDEX = '**/search-index/index.json';
const PART = '**/*.pf_index';
/** As a captive portal answers any request. */
const SIGN_IN = { contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };

test('If a file of the index is missing, incomplete or a page of another kind, there is a message with links, and a retry works.', async ({
  page,
}) => {
  await page.route(INDEX, (route) => route.abort());
  await page.goto('./search/?q=crossing');
  for (const [name, file, fail] of [
    ['no index', INDEX, (route) => route.abort()],
    ['a page in place of the index', INDEX, (route) => route.fulfill(SIGN_IN)],
    ['half of the index', INDEX, async (route) => route.fulfill({ body: (await (await route.fetch()).text()).slice(0, 999) })],
    ['no part', PART, (route) => route.fulfill({ status: 404 })],
    ['a page in place of a part', PART, (route) => route.fulfill(SIGN_IN)],
  ] as [string, string, (route: Route) => Promise<void>][]) {
    if (name !== 'no index') {
      await page.unrouteAll();
      await page.route(file, fail);
      // Removes the message of the failure before.
      await page.locator(status).evaluate((line) => line.replaceChildren());
      await page.getByRole('button', { name: 'Try again' }).click();
    }
    await expect(page.locator(status), name).toContainText('could not be loaded');
    await expect(page.getByRole('link', { name: 'All terms' }), name).toBeVisible();
  }
  await page.unrouteAll();
  let texts = 0;
  await page.route('**/search-index/*/t*.json', (route) => (++texts > 2 ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator(hits).first()).toHaveText('Crossing');
  await expect(page.locator('.search-notices')).toContainText('Some results could not be loaded.');
});

test('Without a network and a stored copy, a query gets a message; with a network it gets results.', async ({ page, context }) => {
  await page.goto('./search/');
  await expect(page.locator(box)).toBeFocused();
  await context.setOffline(true);
  await page.locator(box).fill('crossing');
  await expect(page.locator(status)).toContainText('could not be loaded');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator(hits).first()).toHaveText('Crossing');
});

for (const [interaction, use] of [
  ['the pointer on its link', (page: Page) => page.locator('search-box > a').hover()],
  ['the focus on its link', (page: Page) => page.locator('search-box > a').focus()],
] as const) {
  test(`The search is not loaded before ${interaction}; then all files of a first query are loaded.`, async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('./concepts/crossing/');
    await page.waitForLoadState('networkidle');
    const ofSearch = (url: string): boolean => /search-|pagefind/.test(url);
    expect(asked.filter(ofSearch)).toEqual([]);
    await use(page);
    for (const file of [/search-panel/, /search-index\/index\.json$/, /pagefind\.js$/, /pagefind\.wasm$/, /\.pf_meta$/])
      await expect.poll(() => asked.some((url) => file.test(url)), file.source).toBe(true);
  });
}

test('A slow search shows that it is running.', async ({ page }) => {
  let come = (): void => undefined;
  const waited = new Promise<void>((done) => (come = done));
  await page.route('**/*.pf_index', async (route) => {
    await waited;
    await route.continue();
  });
  await page.goto('./search/?q=crossing');
  await expect(page.locator(status)).toHaveText('Searching…');
  come();
  await expect(page.locator(hits).first()).toHaveText('Crossing');
  await expect(page.locator(status)).toHaveText(/^\d+ results/);
});

test('A query that is still loading does not replace the results of a later one.', async ({ page }) => {
  await searchFor(page, 'crossing');
  let come = (): void => undefined;
  const waited = new Promise<void>((done) => (come = done));
  await page.route(PART, async (route) => {
    await waited;
    await route.continue();
  });
  const loading = page.waitForRequest(PART);
  await page.locator(box).fill('umpire');
  await loading;
  await page.locator(box).fill('crossing');
  await expect(page.locator(status)).toHaveText(/^\d+ results/);
  // Longer than the time after which a slow search shows that it is running.
  await page.waitForTimeout(500);
  await expect(page.locator(status)).toHaveText(/^\d+ results/);
  await expect(page.locator(hits).first()).toHaveText('Crossing');
  come();
});

test('A browser can search from its address bar with the OpenSearch description.', async ({ page, request }) => {
  await page.goto('./');
  const link = page.locator('link[rel=search]');
  await expect(link).toHaveAttribute('type', 'application/opensearchdescription+xml');
  const answer = await request.get((await link.getAttribute('href'))!);
  expect(answer.headers()['content-type']).toMatch(/xml/);
  const template = /<Url type="text\/html" template="([^"]+)"/.exec(await answer.text())![1]!;
  const { pathname, search } = new URL(template.replace('{searchTerms}', encodeURIComponent('порожний рейс')));
  await page.goto(`.${pathname}${search}`);
  await expect(page.locator(hits).first()).toHaveText('Empty crossing');
});

test('A number, a name in another language, an alias and a typo find their page first.', async ({ page }) => {
  await page.goto('./search/');
  for (const [query, place] of [
    ['14', /\/(?:sources\/rule-14|concepts\/crossing)\//],
    ['правило 14', /\/sources\/rule-14\//],
    ['coffee cup', /\/concepts\/crossing\/#end/],
    ['порожний рейс', /\/concepts\/empty-crossing\//],
    ['перправа ', /\/concepts\/crossing\//],
    ['deadhead', /\/concepts\/empty-crossing\//],
  ] as const) {
    await page.locator(box).fill(query);
    await expect(page.locator(hits).first(), query).toHaveAttribute('href', place);
  }
});

test('The dialog opens with examples, and each is a search.', async ({ page }) => {
  await page.goto('./');
  await page.keyboard.press('/');
  const examples = page.locator('.search-dialog .examples button');
  await expect(examples).toHaveCount(4);
  const text = (await examples.last().textContent())!;
  await examples.last().click();
  await expect(page.locator('.search-dialog input')).toHaveValue(text);
  await expect(page.locator('.search-dialog a.hit').first()).toBeVisible();
  await expect(page.locator('.search-dialog .examples')).toBeHidden();
});

test('With a Russian layout the shortcuts are at the same places of the keyboard.', async ({ page }) => {
  await page.goto('./concepts/crossing/');
  await page.mouse.move(10, 10);
  const next = await page.locator('[rel=next]').getAttribute('href');
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true, cancelable: true })));
  await expect(page).toHaveURL(new RegExp(`${next}$`));
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '.', code: 'Slash', bubbles: true, cancelable: true })));
  await expect(page.locator('.search-dialog input')).toBeVisible();
});
