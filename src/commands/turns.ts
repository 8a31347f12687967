import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/**
 * Wait until no other build of this checkout is under way, and hold the turn until the function that is given back is called.
 * Astro keeps its work in one folder, `.astro`, whatever the content and the output: two builds at once would take each other's.
 */
export async function takeTurn(file = '.astro/turn'): Promise<() => Promise<void>> {
  await mkdir(dirname(file), { recursive: true });
  for (let waiting = false; ; waiting = true) {
    const mine = await writeFile(file, String(process.pid), { flag: 'wx' }).then(() => true, isTaken);
    if (mine) return () => rm(file, { force: true });
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder > 0 && !isRunning(holder)) await rm(file, { force: true });
    else if (!waiting) console.log('Another build is under way; waiting for it to end.');
    await setTimeout(100);
  }
}

function isTaken(error: NodeJS.ErrnoException): false {
  if (error.code === 'EEXIST') return false;
  throw error;
}

/** A build that was killed leaves its number behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
