/** Writes the search and the share pages, which need no rendered page, in a worker thread while Astro renders. */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SearchInput } from './search-index.ts';
import type { ShareInput } from './write-share-pages.ts';

export interface BackgroundInput {
  search: SearchInput[];
  /** The folder of the cached parts of the index. */
  cache?: string;
  shares: ShareInput;
}

export interface Writing {
  /** Moves the files into the built folder, and returns the SHA-256 of each. Call it after Astro, which empties that folder. */
  moveTo(built: string): Promise<Map<string, string>>;
  /** Ends the thread, also after an error. Its files then stay for the next build. */
  end(): Promise<void>;
}

/** Starts writing into a folder, which may contain the files of an earlier build. */
export function writeInBackground(folder: string, input: BackgroundInput): Writing {
  // With the default of V8, 192 MB, the young generation of the thread grows to 120 MB before it is collected.
  const resourceLimits = { maxYoungGenerationSizeMb: 8 };
  const worker = new Worker(new URL('background-worker.ts', import.meta.url), { workerData: { folder, input }, execArgv: [], resourceLimits });
  const writing = new Promise<Map<string, string>>((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The worker that writes the search exited with code ${code}.`)));
  });
  // Prevents an unhandled rejection; the `await` below throws the error.
  writing.catch(() => undefined);
  return {
    async moveTo(built) {
      const written = await writing;
      moveInto(folder, built);
      rmSync(folder, { recursive: true });
      return written;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Moves the content of a folder into another. A folder that is in both is merged. */
function moveInto(from: string, into: string): void {
  const present = new Set(readdirSync(into));
  for (const name of readdirSync(from)) {
    if (present.has(name)) moveInto(join(from, name), join(into, name));
    else renameSync(join(from, name), join(into, name));
  }
}
