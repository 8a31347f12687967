/** Formats the references and writes the search and the share pages in a worker thread, while the main thread does other work. */
import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { SourceData } from '../content/cached-references.ts';
import { removeOthers, ReusedFolder } from './reused-folder.ts';
import type { SearchCaches, SearchInput } from './search-index.ts';
import { writeShares, type ShareInput } from './write-share-pages.ts';

/** A task of the thread, as plain data. */
export type Task =
  | { kind: 'references'; content: string; sources: SourceData[] }
  | { kind: 'search'; folder: string; input: SearchInput[]; caches: SearchCaches | undefined }
  | { kind: 'shares'; folder: string; input: ShareInput };

/** What the thread answers to a task. */
export interface Answer {
  number: number;
  /** The references, or the SHA-256 of each written file. */
  value: Map<string, string>;
}

export interface Background {
  /** Starts to format the references of a content folder into their cache. */
  formatReferences(content: string, sources: SourceData[]): void;
  /** Starts to write the search, with its parts of the offline bundle if there are caches. */
  writeSearch(input: SearchInput[], caches?: SearchCaches): void;
  /** Writes the share pages after the search, or in the calling thread during `moveTo`, if that is earlier. */
  writeShares(input: ShareInput): void;
  /** Moves the files into the built folder, and returns the SHA-256 of each. Call it after Astro, which empties that folder. */
  moveTo(built: string): Promise<Map<string, string>>;
}

/** Takes over the thread. It writes into a folder, which may contain the files of an earlier build; after an error they stay for the next one. */
export function startBackground(folder: string, worker: Worker): Background {
  const asked: PromiseWithResolvers<Map<string, string>>[] = [];
  /** The error that ended the thread, which can be while nothing is asked. */
  let failed: unknown;
  const fail = (error: unknown): void => {
    failed ??= error;
    for (const { reject } of asked) reject(failed);
  };
  worker.on('message', ({ number, value }: Answer) => asked[number]!.resolve(value));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The worker that writes the search exited with code ${code}.`)));
  const ask = (task: Task): Promise<Map<string, string>> => {
    const answer = Promise.withResolvers<Map<string, string>>();
    // Prevents an unhandled rejection; `moveTo` throws the error.
    answer.promise.catch(() => undefined);
    if (failed !== undefined) answer.reject(failed);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ number: asked.push(answer) - 1, task });
    return answer.promise;
  };
  let searching: Promise<Map<string, string>> = Promise.resolve(new Map());
  let sharing: Promise<Map<string, string>> | undefined;
  let waiting: ShareInput | undefined;
  return {
    formatReferences(content, sources) {
      void ask({ kind: 'references', content, sources });
    },
    writeSearch(input, caches) {
      searching = ask({ kind: 'search', folder, input, caches });
    },
    writeShares(input) {
      waiting = input;
      searching.then(() => (sharing ??= ask({ kind: 'shares', folder, input }))).catch(() => undefined);
    },
    async moveTo(built) {
      sharing ??= waiting && writeShares(waiting, new ReusedFolder(folder));
      const written = new Map((await Promise.all([searching, sharing])).flatMap((files) => [...(files ?? [])]));
      removeOthers(folder, written);
      moveInto(folder, built);
      rmSync(folder, { recursive: true });
      return written;
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
