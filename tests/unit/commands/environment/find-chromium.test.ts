import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findBrowser, launchArguments } from '../../../../src/commands/environment/find-chromium.ts';

const { CHROMIUM_PATH, PATH } = process.env;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
  delete process.env.CHROMIUM_PATH;
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  process.env.PATH = PATH;
  delete process.env.CHROMIUM_PATH;
  if (CHROMIUM_PATH !== undefined) process.env.CHROMIUM_PATH = CHROMIUM_PATH;
});

/** Writes a program that prints a text. */
function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('The browser in CHROMIUM_PATH is used', async () => {
  process.env.CHROMIUM_PATH = program('mine', 'echo Chromium 1.2.3');
  assert.equal(await findBrowser(), process.env.CHROMIUM_PATH);
});

for (const [what, script] of [
  ['does not start', 'exit 127'],
  ['is no browser', 'echo ls 9.1'],
] as const) {
  test(`A CHROMIUM_PATH that ${what} is reported`, async () => {
    const path = program('broken', script);
    process.env.CHROMIUM_PATH = path;
    await assert.rejects(findBrowser(), {
      message: `CHROMIUM_PATH is "${path}", which does not start as Chromium or Chrome. Set it to one that does, or unset it.`,
    });
  });
}

test('A CHROMIUM_PATH that is not there is an error, even when the system has a browser', async () => {
  program('chromium', 'echo Chromium 1.2.3');
  process.env.PATH = folder;
  process.env.CHROMIUM_PATH = join(folder, 'nowhere');
  await assert.rejects(findBrowser(), /CHROMIUM_PATH is ".*nowhere", which does not start/);
});

test('A system browser on the PATH is found, and a stub that does not start is skipped', async () => {
  program('chromium', 'echo "install the snap"; exit 1');
  const real = program('google-chrome', 'echo Google Chrome 1.2.3');
  process.env.PATH = folder;
  const found = await findBrowser();
  assert.notEqual(found, join(folder, 'chromium'));
  assert.ok(found === real || found?.startsWith('/usr/') || found?.startsWith('/snap/'), `found ${found}`);
});

test('The browser without windows is preferred, because it takes less processor time', async () => {
  program('chromium', 'echo Chromium 1.2.3');
  const shell = program('chromium-headless-shell', 'echo Chromium 1.2.3');
  process.env.PATH = folder;
  assert.equal(await findBrowser(), shell);
});

test('Chromium is started without its sandbox only as root', () => {
  assert.equal(launchArguments().includes('--no-sandbox'), process.getuid?.() === 0);
});
