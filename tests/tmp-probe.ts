import { chromium } from 'playwright';
import { serve } from '../src/commands/serve.ts';
import { builtSite } from './sites.ts';
import { findBrowser, launchArguments } from '../src/commands/lib/find-chromium.ts';
const { url, close } = await serve({ folder: await builtSite('ferry'), port: 0, base: '/kb/' });
const browser = await chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });
const page = await browser.newPage();
for (const q of [
  'search/?q=crossing',
  'search/?q=crosing+',
  'search/?q=emty+crossing',
  'search/?q=presume+considerable+patience',
  'search/?q=%22crossing+costs+one+coin%22',
  'search/?q=ferry',
  'search/?q=lamps',
  'search/?q=14',
  'search/?q=правило+14',
  'search/?q=порожний+рейс',
  'search/?q=deadhead',
  'search/?q=coffee+cup',
  'search/?q=перправа+',
  'ru/search/?q=переправы',
]) {
  await page.goto(url + q);
  await page.waitForSelector('.results a.hit', { timeout: 20000 }).catch(() => 0);
  console.log('==', q, '|', await page.locator('.status-line').textContent(), '|', await page.locator('.search-notices').allTextContents());
  for (const li of (await page.locator('.results > li').all()).slice(0, 3))
    console.log(
      '   ',
      (await li.innerText()).replace(/\s+/g, ' ').slice(0, 150),
      '>>',
      (await li.locator('a.hit').evaluateAll((all) => all.map((a) => a.getAttribute('href')))).join(' '),
    );
}
await page.goto(url + 'search/?q=crossing');
await page.waitForSelector('.results a.hit');
console.log(await page.locator('search-panel').ariaSnapshot());
await page.goto(url + 'concepts/nothing-such.html');
await page.waitForSelector('.results a.hit').catch(() => 0);
await page.goto(url + 'decide/may-cross/mine/');
console.log(await page.locator('main').ariaSnapshot());
await page.goto(url + 'concepts/emty-crossing.html');
await page.waitForSelector('.results a.hit');
console.log((await page.locator('main').ariaSnapshot()).slice(0, 1500));
await browser.close();
await close();
