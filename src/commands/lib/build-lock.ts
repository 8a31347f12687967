import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Times in milliseconds. */
export interface LockTimes {
  /** How often a waiting build looks again. */
  poll: number;
  /** How often the owner renews the time of the file. */
  renewal: number;
  /** The age of a file whose owner has not renewed it for too long: a build may block its process for many seconds. */
  stale: number;
  /** The age of a file without a readable owner: its build ended between creating and writing it. */
  empty: number;
  /** How long a new owner waits for another build that took over the same file at the same time. */
  settling: number;
  /** How long a build waits at most. */
  limit: number;
}

const TIMES: LockTimes = { poll: 100, renewal: 2_000, stale: 60_000, empty: 2_000, settling: 250, limit: 30 * 60_000 };

interface Owner {
  id: string;
  pid: number;
  host: string;
}

/**
 * Acquires the build lock of this checkout and returns a function that releases it. Astro keeps its work in one folder, `.astro`,
 * for any content and output, so that two builds at once would overwrite each other's files. A lock whose owner has ended, or
 * that nobody renews, is taken over.
 */
export async function acquireBuildLock(file = '.astro/build.lock', changed: Partial<LockTimes> = {}): Promise<() => Promise<void>> {
  const times = { ...TIMES, ...changed };
  const mine: Owner = { id: randomUUID(), pid: process.pid, host: hostname() };
  const began = Date.now();
  await mkdir(dirname(file), { recursive: true });
  for (let waiting = false; !(await take(file, mine, times)); waiting = true) {
    if (Date.now() - began > times.limit) throw new Error(await tooLong(file, times.limit));
    if (!waiting) console.log('Another build is running. This one waits until it ends.');
    await setTimeout(times.poll);
  }
  const renewal = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), times.renewal);
  renewal.unref();
  return async () => {
    clearInterval(renewal);
    if ((await ownerOf(file))?.id === mine.id) await rm(file, { force: true });
  };
}

/** Creates the lock, or takes over an abandoned one. Returns whether the lock is now `mine`. */
async function take(file: string, mine: Owner, times: LockTimes): Promise<boolean> {
  const created = await writeFile(file, JSON.stringify(mine), { flag: 'wx' }).then(() => true, isTaken);
  if (!created) {
    if (!(await isAbandoned(file, times))) return false;
    const written = `${file}.${mine.id}`;
    await writeFile(written, JSON.stringify(mine));
    await rename(written, file);
    // Of two builds that take over at once, the last one to write has the lock.
    await setTimeout(times.settling);
  }
  return (await ownerOf(file))?.id === mine.id;
}

async function isAbandoned(file: string, { stale, empty }: LockTimes): Promise<boolean> {
  const owner = await ownerOf(file);
  const found = await stat(file).catch(() => undefined);
  // The lock was released in between.
  if (!found) return false;
  const age = Date.now() - found.mtimeMs;
  if (!owner) return age > empty;
  return age > stale || (owner.host === hostname() && !isRunning(owner.pid));
}

/** Reads the owner of a lock. Returns undefined for a file that is missing, empty or cut off. */
async function ownerOf(file: string): Promise<Owner | undefined> {
  try {
    const { id, pid, host } = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return id && pid && host ? { id, pid, host } : undefined;
  } catch {
    return undefined;
  }
}

async function tooLong(file: string, limit: number): Promise<string> {
  const owner = await ownerOf(file);
  const holder = owner ? `process ${owner.pid} on ${owner.host}` : 'an unknown process';
  return `The build lock ${file} has been held by ${holder} for more than ${Math.round(limit / 60_000)} minutes. End that process, or delete the file.`;
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
