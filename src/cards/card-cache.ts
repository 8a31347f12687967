/** The cache of rendered cards. Its keys are hashes of everything that shapes a card, so each card is rendered once. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cardHash, type Card } from './card.ts';

/** A folder beside Astro's own cache, ignored by git. Without it a build takes some seconds longer. */
export const CACHE = join(import.meta.dirname, '../../.astro/cards');
/** For fewer cards than this, starting a worker takes longer than rendering. */
const MIN_FOR_WORKER = 12;

let rendererHash: string | undefined;

/** Returns the path of a card in the cache, by a hash of its content, this folder, the colours, the renderer and the fonts. */
export function cardPath(card: Card, cache = CACHE): string {
  rendererHash ??= hashRenderer();
  return join(cache, `${cardHash(card, rendererHash)}.png`);
}

function hashRenderer(): string {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = ['@takumi-rs/wasm', '@fontsource-variable/literata', '@fontsource-variable/golos-text'].map((name) => dependencies[name]);
  const hash = createHash('sha256').update(versions.join(' '));
  const own = readdirSync(import.meta.dirname).sort();
  for (const name of [...own, '../styles/tokens.css']) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex');
}

/** Renders every card that is not in the cache, in workers, so that the caller can continue. Returns the number of new cards. */
export async function renderMissing(cards: Iterable<Card>, cache = CACHE, parallelism = availableParallelism()): Promise<number> {
  await mkdir(cache, { recursive: true });
  const cached = new Set((await readdir(cache)).map((name) => join(cache, name)));
  const missing = [...new Map([...cards].map((card) => [cardPath(card, cache), card])).entries()].flatMap(([path, card]) =>
    cached.has(path) ? [] : [card],
  );
  const workers = missing.length < MIN_FOR_WORKER ? 1 : Math.min(4, parallelism);
  const parts = Array.from({ length: workers }, (_, worker) => missing.filter((_, at) => at % workers === worker));
  await Promise.all(parts.map((part) => (missing.length < MIN_FOR_WORKER ? renderInto(cache, part) : renderInWorker(cache, part))));
  return missing.length;
}

/** Renders cards into the cache. Each file is written atomically, so a killed or concurrent process leaves no partial file. */
export async function renderInto(cache: string, cards: readonly Card[]): Promise<void> {
  if (cards.length === 0) return;
  const { renderCard } = await import('./render-card.ts');
  for (const card of cards) {
    const path = cardPath(card, cache);
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, await renderCard(card));
    await rename(temporary, path);
  }
}

async function renderInWorker(cache: string, cards: readonly Card[]): Promise<void> {
  const worker = new Worker(new URL('card-worker.ts', import.meta.url), { workerData: { cache, cards } });
  await new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The card worker exited with code ${code}.`))));
  });
}
