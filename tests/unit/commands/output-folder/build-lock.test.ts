import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { acquireBuildLock } from '../../../../src/commands/output-folder/build-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-lock-'));
  file = join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

const QUICK = { poll: 5, renewal: 20, empty: 100, settling: 50 };
/** The host as a lock names it. */
const hostOf = async (): Promise<string> => {
  const release = await acquireBuildLock(join(folder, 'other'));
  const { host } = JSON.parse(await readFile(join(folder, 'other'), 'utf8')) as { host: string };
  await release();
  return host;
};
const owner = async (pid: number, more: object = {}) => JSON.stringify({ id: 'other', pid, host: await hostOf(), ...more });
const ageBy = (seconds: number) => utimes(file, Date.now() / 1000 - seconds, Date.now() / 1000 - seconds);
const ended = (): number => spawnSync(process.execPath, ['-e', '']).pid;

/** With these times a build that waits at all fails, however slow the machine is. */
const AT_ONCE = { poll: 3_000, limit: 2_000 };

/** Acquires and releases the lock, and returns how many milliseconds that took. */
async function waited(times = {}): Promise<number> {
  const began = performance.now();
  const release = await acquireBuildLock(file, { ...QUICK, limit: 10_000, ...times });
  const taken = performance.now() - began;
  await release();
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name !== 'disk'),
    [],
  );
  return taken;
}

test('A free lock is acquired at once, and deleted at its release.', async () => {
  await waited(AT_ONCE);
});

test('An empty or incomplete lock blocks only for a moment, because its build ended while writing it.', async () => {
  for (const text of ['', '{"id":"x","pi', 'null', '[]', '0']) {
    await writeFile(file, text);
    const taken = await waited();
    assert.ok(taken > 60, `${text}: ${taken}`);
  }
});

test('A link without a target in the place of the lock is replaced.', async () => {
  await symlink('missing', file);
  await waited();
});

test('A lock whose owner has ended is taken over at once.', async () => {
  await writeFile(file, await owner(ended()));
  await waited(AT_ONCE);
});

test('A lock that its owner has not renewed is taken over, even if the number of its process is in use again.', async () => {
  for (const seconds of [61, -3600]) {
    await writeFile(file, await owner(process.ppid));
    await ageBy(seconds);
    await waited(AT_ONCE);
  }
});

test('A lock with the number of this process, or with another start time, belongs to a process that has ended.', async () => {
  await writeFile(file, await owner(process.pid));
  await waited(AT_ONCE);
  if (process.platform !== 'linux') return;
  await writeFile(file, await owner(process.ppid, { started: '1' }));
  await waited(AT_ONCE);
});

test('A build waits for a lock from another container or machine as long as it is renewed, whatever process has its number here.', async () => {
  await writeFile(file, JSON.stringify({ id: 'other', pid: ended(), host: 'elsewhere' }));
  await assert.rejects(acquireBuildLock(file, { ...QUICK, limit: 100 }), /process \d+ on elsewhere/);
  await ageBy(61);
  await waited(AT_ONCE);
});

test('A folder in the place of the lock is reported.', async () => {
  await mkdir(file);
  await ageBy(61);
  await assert.rejects(acquireBuildLock(file, QUICK), { message: `The build lock ${file} is a folder. Delete it and build again.` });
});

test('If the disk is full, no lock remains.', async (context) => {
  const script = `${IMPORT}
    await acquireBuildLock(file + '/lock').catch((error) => process.stdout.write(error.code + ' '));
    process.stdout.write(readdirSync(file).join());`;
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const shell =
    'mount -t tmpfs -o size=4k tmpfs "$1" && dd if=/dev/zero of="$1/big" bs=4k count=1 2>/dev/null; exec "$2" --input-type=module -e "$3" "$1"';
  const { status, stdout } = spawnSync('unshare', ['--mount', 'sh', '-c', shell, 'sh', disk, process.execPath, script], { encoding: 'utf8' });
  if (status === null || stdout === '') return context.skip('needs the right to mount');
  assert.equal(stdout, 'ENOSPC big');
});

test('A build waits for a lock that its owner renews; the release by a former owner does not remove it.', async () => {
  const release = await acquireBuildLock(file, QUICK);
  let second = false;
  const next = acquireBuildLock(file, { ...QUICK, stale: 200 }).then((done) => {
    second = true;
    return done;
  });
  await setTimeout(600);
  assert.equal(second, false);
  await release();
  const releaseNext = await next;
  await release();
  assert.equal(JSON.parse(await readFile(file, 'utf8')).pid, process.pid);
  await releaseNext();
});

test('After the maximum time, waiting ends with an error with the owner and the file.', async () => {
  await writeFile(file, await owner(process.ppid, { work: 'the build into dist' }));
  await assert.rejects(acquireBuildLock(file, { ...QUICK, limit: 50 }), ({ message }: Error) => {
    assert.match(message, new RegExp(`by the build into dist \\(process ${process.ppid} on `));
    return message.includes(file);
  });
});

test('A build that is killed with the lock does not block the next one.', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((held) => child.stdout.once('data', held));
  child.kill('SIGKILL');
  await new Promise((done) => child.once('close', done));
  await waited(AT_ONCE);
});

test('Of many simultaneous builds with an abandoned lock, one runs at a time.', async () => {
  await writeFile(file, await owner(ended()));
  const log = join(folder, 'log');
  const builds = Array.from({ length: 5 }, () => spawn(process.execPath, ['--input-type=module', '-e', BUILD, file, log], { stdio: 'inherit' }));
  const codes = await Promise.all(builds.map((build) => new Promise((done) => build.once('close', done))));
  assert.deepEqual(codes, [0, 0, 0, 0, 0]);
  assert.match(await readFile(log, 'utf8'), /^(?:<(\d+)\n>\1\n){5}$/);
});

const IMPORT = `
  import { acquireBuildLock } from ${JSON.stringify(new URL('../../../../src/commands/output-folder/build-lock.ts', import.meta.url).href)};
  import { readdirSync } from 'node:fs';
  import { appendFile } from 'node:fs/promises';
  import { setTimeout } from 'node:timers/promises';
  console.log = () => {};
  const [, file, log] = process.argv;
`;
const HOLD = `${IMPORT}
  await acquireBuildLock(file);
  process.stdout.write('held');
  await setTimeout(60_000);
`;
const BUILD = `${IMPORT}
  const release = await acquireBuildLock(file, { poll: 5 });
  await appendFile(log, '<' + process.pid + '\\n');
  await setTimeout(40);
  await appendFile(log, '>' + process.pid + '\\n');
  await release();
`;
