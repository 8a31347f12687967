import type { Page } from 'playwright/test';

/** One page of every kind, as paths under the base. */
export const kinds = [
  './',
  './concepts/extraction/',
  './questions/must-the-student-be-agpl/',
  './sources/',
  './sources/rcc-1334/',
  './article/',
  './differences/',
  './vocabulary/',
  './map/',
  './concepts/',
  './decide/',
  './decide/reach/',
  './decide/reach/yes/yes/',
  './decide/reach/yes/no/',
  './search/',
  './404.html',
];

/** Note every complaint of a page: console, errors, broken policy. Call before the page is opened. */
export async function listen(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(error.message));
  await page.exposeFunction('tellViolation', (text: string) => heard.push(text));
  await page.addInitScript(() => {
    const tell = (window as unknown as { tellViolation(text: string): void }).tellViolation;
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => tell(`${violatedDirective} ${blockedURI}`));
  });
  return heard;
}
