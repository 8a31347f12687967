/** Painted cards, kept under the hash of all that shapes them, so that each is painted once. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cardHash, type Card } from './card.ts';

/** Beside what Astro keeps between builds, never in git; whoever deletes it pays some seconds. */
export const STORE = join(import.meta.dirname, '../../.astro/cards');
/** Below this, starting a thread takes longer than painting. */
const FEW = 12;

let press: string | undefined;

/** Name where a card is kept: by its words, this folder, the site's colours, the painter and the typeface. */
export function cardPath(card: Card, store = STORE): string {
  press ??= pressHash();
  return join(store, `${cardHash(card, press)}.png`);
}

function pressHash(): string {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const makers = ['@takumi-rs/wasm', '@fontsource-variable/literata', '@fontsource-variable/golos-text'].map((name) => dependencies[name]);
  const hash = createHash('sha256').update(makers.join(' '));
  const own = readdirSync(import.meta.dirname).sort();
  for (const name of [...own, '../styles/tokens.css']) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}

/**
 * See to it that every card is in the store, and paint those that are not in threads of their own, so that the caller can go on.
 * Returns how many were painted.
 */
export async function paintMissing(cards: Iterable<Card>, store = STORE, threads = availableParallelism()): Promise<number> {
  await mkdir(store, { recursive: true });
  const kept = new Set((await readdir(store)).map((name) => join(store, name)));
  const missing = [...new Map([...cards].map((card) => [cardPath(card, store), card])).entries()].flatMap(([path, card]) =>
    kept.has(path) ? [] : [card],
  );
  const hands = missing.length < FEW ? 1 : Math.min(4, threads);
  const shares = Array.from({ length: hands }, (_, hand) => missing.filter((_, at) => at % hands === hand));
  await Promise.all(shares.map((share) => (missing.length < FEW ? paintInto(store, share) : inThread(store, share))));
  return missing.length;
}

/** Paint cards into the store. Each comes whole or not at all, also when the process is killed or two of them paint the same. */
export async function paintInto(store: string, cards: readonly Card[]): Promise<void> {
  if (cards.length === 0) return;
  const { paintCard } = await import('./render-card.ts');
  for (const card of cards) {
    const path = cardPath(card, store);
    const fresh = `${path}.${randomUUID()}`;
    await writeFile(fresh, await paintCard(card));
    await rename(fresh, path);
  }
}

async function inThread(store: string, cards: readonly Card[]): Promise<void> {
  const worker = new Worker(new URL('card-worker.ts', import.meta.url), { workerData: { store, cards } });
  await new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`Painting the cards ended with code ${code}.`))));
  });
}
