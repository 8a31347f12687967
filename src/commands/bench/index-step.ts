/**
 * A process of `npm run bench:search-weight` that builds the indexes as a build does. Reports the time, its own peak memory, and on a system with
 * `/proc` that of Pagefind and that of both together.
 */
import { readFileSync, readdirSync } from 'node:fs';
import type { SearchInput } from '../../output/search-index.ts';
import { startBackgroundThread } from '../../output/background-thread.ts';
import { startBackground } from '../../output/background.ts';
import { setEngineFlags } from '../environment/engine-flags.ts';

export interface Step {
  seconds: number;
  /** In megabytes. */
  node: number;
  pagefind: number;
  /** The peak of the sum, which is at most the sum of the peaks. */
  together: number;
}

process.once('message', async ({ search, folder }: { search: SearchInput[]; folder: string }) => {
  // As a build does.
  setEngineFlags(search.reduce((sum, { pages }) => sum + pages.length, 0));
  const began = performance.now();
  let [pagefind, together] = [0, 0];
  const watch = setInterval(() => {
    pagefind = Math.max(pagefind, memoryOfChildren('VmHWM'));
    together = Math.max(together, process.memoryUsage.rss() / 2 ** 20 + memoryOfChildren('VmRSS'));
  }, 20);
  const thread = startBackgroundThread();
  const background = startBackground(`${folder}-background`, thread);
  background.writeSearch(search);
  await background.moveTo(folder);
  await thread.terminate();
  clearInterval(watch);
  const step: Step = { seconds: (performance.now() - began) / 1000, node: process.resourceUsage().maxRSS / 1024, pagefind, together };
  // The only listener is gone, so the process ends.
  process.send!(step);
});

/** Returns the memory of the child processes of all threads, in megabytes: their peaks (VmHWM) or what they have now (VmRSS). */
function memoryOfChildren(figure: 'VmHWM' | 'VmRSS'): number {
  try {
    const threads = readdirSync('/proc/self/task').map((thread) => readFileSync(`/proc/self/task/${thread}/children`, 'utf8').trim());
    const children = threads.flatMap((text) => text.split(' ').filter(Boolean));
    const sizes = children.map((child) => Number(new RegExp(`${figure}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1] ?? 0));
    return sizes.reduce((sum, size) => sum + size, 0) / 1024;
  } catch {
    // Another system, or a child has ended.
    return 0;
  }
}
