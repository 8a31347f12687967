import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, readlink, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Times in milliseconds. */
export interface LockTimes {
  /** The interval at which a waiting build checks the lock. */
  poll: number;
  /** The interval at which the owner updates the modification time. */
  renewal: number;
  /** The age after which a lock is stale. A build can block its process for many seconds. */
  stale: number;
  /** The age after which a lock without a readable owner is stale: its build ended between creating and writing the file. */
  empty: number;
  /** The time after which a new owner checks that no other build took over the lock as well. */
  settling: number;
  /** The maximum waiting time. */
  limit: number;
}

const TIMES: LockTimes = { poll: 100, renewal: 2_000, stale: 60_000, empty: 2_000, settling: 250, limit: 30 * 60_000 };

interface Owner {
  id: string;
  pid: number;
  host: string;
  /** Distinguishes the process from a later one with the same number; empty if the system does not report it. */
  started: string;
  /** The task of the owner, which the message of a waiting build shows. */
  work: string;
}

/** The locks of this process. Any other lock with the same process number belongs to an earlier process. */
const held = new Set<string>();

/**
 * Acquires the build lock of this checkout and returns a function that releases it. Astro keeps its work in one folder, `.astro`,
 * for any content and output, so that two builds at once would overwrite each other's files. A lock whose owner has ended, or
 * that nobody renews, is taken over.
 */
export async function acquireBuildLock(file = '.astro/build.lock', changed: Partial<LockTimes> = {}, work = 'a build'): Promise<() => Promise<void>> {
  const times = { ...TIMES, ...changed };
  const mine: Owner = { id: randomUUID(), pid: process.pid, host: await hostOf(), started: await startOf(process.pid), work };
  const began = Date.now();
  await mkdir(dirname(file), { recursive: true });
  held.add(mine.id);
  for (let waiting = false; !(await take(file, mine, times)); waiting = true) {
    if (Date.now() - began > times.limit) throw new Error(await tooLong(file, times.limit));
    if (!waiting) console.log(`Waiting for ${await holderOf(file)}, which has the build lock ${file}.`);
    await setTimeout(times.poll);
  }
  const renewal = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => undefined), times.renewal);
  renewal.unref();
  return async () => {
    clearInterval(renewal);
    held.delete(mine.id);
    if ((await ownerOf(file))?.id === mine.id) await rm(file, { force: true });
  };
}

/** Creates the lock, or takes over an abandoned one. Returns whether the lock is now `mine`. */
async function take(file: string, mine: Owner, times: LockTimes): Promise<boolean> {
  const created = await writeFile(file, JSON.stringify(mine), { flag: 'wx' }).then(
    () => true,
    async (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      // On a full disk the file is created, and stays empty.
      await rm(file, { force: true }).catch(() => undefined);
      throw error;
    },
  );
  if (!created) {
    if (!(await isAbandoned(file, times))) return false;
    const written = `${file}.${mine.id}`;
    try {
      await writeFile(written, JSON.stringify(mine));
      await rename(written, file);
    } finally {
      await rm(written, { force: true });
    }
    // Of two builds that take over at once, the last one to write has the lock.
    await setTimeout(times.settling);
  }
  return (await ownerOf(file))?.id === mine.id;
}

async function isAbandoned(file: string, { stale, empty }: LockTimes): Promise<boolean> {
  const owner = await ownerOf(file);
  // A link without a target is abandoned too.
  const found = await lstat(file).catch(() => undefined);
  // The lock was released in between.
  if (!found) return false;
  if (found.isDirectory()) throw new Error(`The build lock ${file} is a folder. Delete it and build again.`);
  // If the clock was set back, the file is from the future and would never become stale.
  const age = Math.abs(Date.now() - found.mtimeMs);
  if (!owner) return age > empty;
  return age > stale || (owner.host === (await hostOf()) && !(await isRunning(owner)));
}

/** Reads the owner of a lock. Returns undefined for a file that is missing, empty or cut off. */
async function ownerOf(file: string): Promise<Owner | undefined> {
  try {
    const { id, pid, host, started = '', work = 'a build' } = JSON.parse(await readFile(file, 'utf8')) as Partial<Owner>;
    return id && pid && host ? { id, pid, host, started, work } : undefined;
  } catch {
    return undefined;
  }
}

const tooLong = async (file: string, limit: number): Promise<string> =>
  `The build lock ${file} has been held by ${await holderOf(file)} for more than ${Math.round(limit / 60_000)} minutes. End that process, or delete the file.`;

async function holderOf(file: string): Promise<string> {
  const owner = await ownerOf(file);
  return owner ? `${owner.work} (process ${owner.pid} on ${owner.host.split(' ')[0]})` : 'another build';
}

async function isRunning({ id, pid, started }: Owner): Promise<boolean> {
  if (pid === process.pid) return held.has(id);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return !started || !now || started === now;
}

/** Identifies the machine since its start, or the container: process numbers are unique only within it. */
async function hostOf(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname() || 'this machine', boot.trim(), space].filter(Boolean).join(' ');
}

/** Returns the start time of a process, in ticks since the start of the machine; empty if the system does not report it. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name of the program is in brackets, and may contain spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
