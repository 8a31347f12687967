/** The configuration of the browser tests: the built site and the browser. */
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { defineConfig } from 'playwright/test';
import { findBrowser, launchArguments } from '../src/commands/environment/find-chromium.ts';
import { root } from './run.ts';
import type { SiteName } from './sites.ts';

/** Returns the configuration for the tests in a folder, which visit a site. */
export async function configFor(site: SiteName, testDir: string) {
  return defineConfig({
    testDir,
    outputDir: join(root, 'node_modules/.cache/browser-tests', basename(testDir), site),
    reporter: 'list',
    fullyParallel: true,
    forbidOnly: Boolean(process.env.CI),
    timeout: 120_000,
    // On a machine with few processors, a page can take nine seconds after a key. Other tests measure the speed.
    expect: { timeout: 20_000 },
    workers: availableParallelism(),
    webServer: {
      cwd: root,
      command: `"${process.execPath}" tests/serve.ts ${site}`,
      // Playwright keeps the address as SERVED_AT in the environment of its workers, which read this file again.
      wait: { stdout: /(?<served_at>http:\/\/localhost:\S+)/ },
      timeout: 300_000,
      stdout: 'pipe',
    },
    use: {
      baseURL: process.env.SERVED_AT,
      // A new context takes longer than most tests. Storage, routes and media are reset; a test of a first visit opens a context of its own.
      reuseContext: true,
      // Each test is a first visit; `offline.test.ts` tests reading offline.
      serviceWorkers: 'block',
      // All pages of a worker run in one process. A process for each page takes a tenth of the time of all tests.
      launchOptions: { executablePath: await findBrowser(), args: [...launchArguments(), '--disable-site-isolation-trials', '--process-per-site'] },
      screenshot: 'only-on-failure',
      trace: 'off',
      video: 'off',
    },
  });
}
