/** What the build tests share: running a build in a process of its own, copies of the tomato base, and the bytes of a folder. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

export const root = join(import.meta.dirname, '../..');

export interface Run {
  code: number | null;
  output: string;
}

/** Run one of the commands with this Node and nothing of the caller's own settings; they are given here. */
export async function run(command: string, env: Record<string, string>, hurry?: AbortSignal, given: string[] = []): Promise<Run> {
  const { CONTENT_DIR, OUT_DIR, SITE_URL, BASE_PATH, NODE_OPTIONS, NODE_TEST_CONTEXT, FORCE_COLOR, ...rest } = process.env;
  const child = spawn(process.execPath, [`src/commands/${command}.ts`, ...given], { cwd: root, env: { ...rest, ...env } });
  hurry?.addEventListener('abort', () => child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, output };
}

/** Make a folder outside the repository that is gone after the tests of the file. To be called at the top of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-tests-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Copy the tomato base to `folder`. A file is given as its text, as a change to its text, or as undefined to be left out. */
export async function tomato(folder: string, changes: Record<string, string | ((text: string) => string) | undefined> = {}): Promise<string> {
  await cp(join(root, 'tests/fixtures/bases/tomato'), folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    if (change === undefined) await rm(path);
    else await writeFile(path, typeof change === 'string' ? change : change(await readFile(path, 'utf8')));
  }
  return folder;
}

/** List the files of a folder, sorted, with forward slashes. */
export async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files.map((file) => file.replaceAll('\\', '/')).sort();
}

/** Give each file of a folder with the hash of its bytes. */
export async function hashesOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of await filesOf(folder)) {
    hashes[file] = createHash('sha256')
      .update(await readFile(join(folder, file)))
      .digest('hex');
  }
  return hashes;
}

/** Give each file of a folder with its hash and the time it was written: a file that was written again with the same bytes shows. */
export async function stateOf(folder: string): Promise<Record<string, string>> {
  const state = await hashesOf(folder);
  for (const file of Object.keys(state)) state[file] += ` ${(await stat(join(folder, file))).mtimeMs}`;
  return state;
}
