import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Returns the path of a Chromium that starts: CHROMIUM_PATH, else the system's, else Playwright's. */
export async function findBrowser(): Promise<string | undefined> {
  const { CHROMIUM_PATH: given, PATH = '' } = process.env;
  if (given) {
    if (await starts(given)) return given;
    throw new Error(`CHROMIUM_PATH is "${given}", which does not start as Chromium or Chrome. Set it to one that does, or unset it.`);
  }
  const folders = new Set([...PATH.split(delimiter).filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin']);
  const system = NAMES.flatMap((name) => [...folders].map((folder) => join(folder, name)));
  for (const path of [...system, ...MAC]) if (await starts(path)) return path;
  const { chromium } = await import('playwright');
  return (await starts(chromium.executablePath())) ? chromium.executablePath() : undefined;
}

/** Returns the path of a browser. If there is none, installs the first of `PACKAGES` that Debian has, if the user is allowed to. */
export async function ensureBrowser(): Promise<string> {
  const found = await findBrowser();
  if (found) return found;
  if (!(await succeeds('apt-get', '--version'))) throw new Error(advice('npx playwright install --with-deps chromium'));
  const asker = isRoot() ? 'sh' : (await succeeds('sudo', '--version')) ? 'sudo sh' : 'su';
  const byHand = advice(`${asker} -c "apt-get update && apt-get install -y chromium"`);
  if (!isRoot() && !(await succeeds('sudo', '-n', 'true'))) throw new Error(byHand);
  const log = join(mkdtempSync(join(tmpdir(), 'install-chromium-')), 'apt.log');
  const apt = [...(isRoot() ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  // A failing package source does not matter if the package is installed.
  await run([...apt, 'update'], log);
  for (const name of PACKAGES) {
    console.log(`No Chromium was found. Installing the Debian package "${name}".`);
    if (await run([...apt, 'install', '-y', '--no-install-recommends', name], log)) break;
  }
  const browser = await findBrowser();
  if (!browser) throw new Error(`Chromium could not be installed; see ${log}. ${byHand}`);
  return browser;
}

/** Returns the arguments that disable background requests. root cannot use the sandbox. */
export function launchArguments(): string[] {
  return [...(isRoot() ? ['--no-sandbox'] : []), ...QUIET];
}

/** Debian's packages. The first has no windows, and takes a third less processor time. Not every release has it. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];
const NAMES = [...PACKAGES, 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const QUIET = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((what) => `--disable-${what}`).concat('--no-first-run');

const isRoot = (): boolean => process.getuid?.() === 0;

const advice = (command: string): string => `The browser tests need Chromium. Run: ${command}\n(or set CHROMIUM_PATH to a Chromium or Chrome).`;

/** Whether a browser starts. A stub, or a browser without a library, exists but does not start. On Windows `--version` would open a window. */
async function starts(path: string): Promise<boolean> {
  if (!existsSync(path) || process.platform === 'win32') return existsSync(path);
  const result = await promisify(execFile)(path, ['--version'], { timeout: 30_000 }).catch(() => undefined);
  return /chrom|edge|brave/i.test(result?.stdout ?? '');
}

async function succeeds(command: string, ...parameters: string[]): Promise<boolean> {
  const result = await promisify(execFile)(command, parameters, { timeout: 30_000 }).catch(() => undefined);
  return result !== undefined;
}

async function run([command = '', ...parameters]: string[], log: string): Promise<boolean> {
  const file = openSync(log, 'a');
  const child = spawn(command, parameters, { stdio: ['ignore', file, file] });
  return new Promise((done) => child.once('error', () => done(false)).once('exit', (code) => done(code === 0)));
}
