/** `npm run dev` on a folder, with a browser. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { findBrowser, launchArguments } from '../../src/commands/environment/find-chromium.ts';
import { root } from '../build/base-copies.ts';

/** For a machine under load, or one that is suspended for a minute. Without load, each takes less than a second. */
export const WAIT = { timeout: 90_000 };

export interface Development {
  url: string;
  /** The terminal output so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts `npm run dev` on a folder. */
export async function develop(from: string): Promise<Development> {
  const child = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd: root,
    env: { ...process.env, CONTENT_DIR: from, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  let url = '';
  while (!(url = /http:\/\/localhost:\d+\//.exec(output)?.[0] ?? '')) {
    assert.equal(child.exitCode, null, output);
    await setTimeout(100);
  }
  const stop = (): Promise<void> => (child.kill(), ended);
  return { url, output: () => output, stop };
}

export const launch = async (): Promise<Browser> => chromium.launch({ executablePath: await findBrowser(), args: launchArguments() });

/** Playwright can lose a navigation to a reload of the page, and waits for it until this time. */
const NAVIGATION = { timeout: 5_000 };

/** Opens a page, again while a reload interrupts or the page does not exist yet. */
export async function open(page: Page, server: Development, path: string): Promise<void> {
  for (const until = Date.now() + WAIT.timeout; Date.now() < until; await setTimeout(200))
    if ((await page.goto(server.url + path, NAVIGATION).catch(() => null))?.status() === 200) return;
  assert.fail(`${path} did not open:\n${server.output()}`);
}

export const shown = (page: Page, text: string): Promise<void> => page.getByText(text).first().waitFor(WAIT);
