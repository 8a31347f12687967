import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser, launchArguments } from '../../src/commands/lib/find-chromium.ts';

const root = join(import.meta.dirname, '../..');
const run = (command: string) => `"${process.execPath}" src/commands/${command}.ts`;
const built = existsSync(resolve(root, process.env.OUT_DIR ?? 'dist', 'index.html'));

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'node_modules/.cache/browser-tests'),
  reporter: 'list',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A browser that hangs once on a busy machine is tried again; the closing line tells of it.
  retries: 1,
  timeout: 120_000,
  // A machine that is short of processors takes up to nine seconds from a key to the next page. How fast a page is, is measured elsewhere.
  expect: { timeout: 20_000 },
  workers: availableParallelism(),
  webServer: {
    cwd: root,
    command: built ? run('serve') : `${run('build')} && ${run('serve')}`,
    env: { PORT: '0' },
    // Playwright keeps the address as SERVED_AT in the environment of its workers, which read this file again.
    wait: { stdout: /(?<served_at>http:\/\/localhost:\S+)/ },
    timeout: 180_000,
    stdout: 'pipe',
  },
  use: {
    baseURL: process.env.SERVED_AT,
    // Each test comes for the first time; what is kept for reading offline has a test of its own.
    serviceWorkers: 'block',
    launchOptions: { executablePath: await findBrowser(), args: launchArguments() },
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
  },
});
