/** Printed cards, kept under the hash of all that shapes them, so that each is printed once. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Card } from './card.ts';
import { INKS, colourOf } from './colours.ts';

/** Never in git; whoever deletes it pays a few seconds. */
export const STORE = join(import.meta.dirname, '../../node_modules/.cache/cards');
/** Below this, starting a thread takes longer than printing. */
const FEW = 12;

/** Name a card by its words and by all that prints it: this room, the typeface, the colours, HarfBuzz and zlib. */
export function cardKey(card: Card): string {
  return createHash('sha256').update(pressHash()).update(JSON.stringify(card)).digest('hex').slice(0, 20);
}

export const cardPath = (key: string, store = STORE): string => join(store, `${key}.png`);

/**
 * See to it that every card is in the store, and print those that are not in threads of their own, so that the caller can go on.
 * Returns how many were printed.
 */
export async function printMissing(cards: Iterable<Card>, store = STORE): Promise<number> {
  await mkdir(store, { recursive: true });
  const kept = new Set(await readdir(store));
  const missing = new Map([...cards].map((card) => [cardKey(card), card] as const).filter(([key]) => !kept.has(`${key}.png`)));
  const jobs = [...missing];
  if (jobs.length < FEW) await printInto(store, jobs);
  else {
    const hands = Math.max(1, Math.min(4, availableParallelism() - 1));
    await Promise.all(
      Array.from({ length: hands }, (_, hand) =>
        inThread(
          store,
          jobs.filter((_, at) => at % hands === hand),
        ),
      ),
    );
  }
  return jobs.length;
}

/** Print cards into the store. Each comes whole or not at all, also when the process is killed or two of them print the same. */
export async function printInto(store: string, jobs: readonly (readonly [key: string, card: Card])[]): Promise<void> {
  if (jobs.length === 0) return;
  const { printCard } = await import('./printing.ts');
  for (const [key, card] of jobs) {
    const path = cardPath(key, store);
    const fresh = `${path}.${process.pid}`;
    await writeFile(fresh, printCard(card));
    await rename(fresh, path);
  }
}

async function inThread(store: string, jobs: readonly (readonly [string, Card])[]): Promise<void> {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: { store, jobs } });
  await new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`Printing the cards ended with code ${code}.`))));
  });
}

let hashed: string | undefined;

function pressHash(): string {
  if (hashed) return hashed;
  const hash = createHash('sha256');
  const files = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm')]) hash.update(readFileSync(file));
  hash.update(JSON.stringify([colourOf('paper'), ...INKS.map(colourOf), process.versions.zlib]));
  return (hashed = hash.digest('hex'));
}
