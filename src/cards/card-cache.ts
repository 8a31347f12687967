/** The cache of rendered cards. A key is a hash of all inputs of a card, so each card is rendered once. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cardHash, type Card } from './card.ts';

/** A folder beside Astro's own cache, ignored by git. Without it a build takes some seconds longer. */
export const CACHE = join(import.meta.dirname, '../../.astro/cards');
/** For fewer cards than this, starting a worker takes longer than rendering. */
const MIN_FOR_WORKER = 12;

let rendererHash: string | undefined;

/** The cards of a site, rendered. */
export interface RenderedCards {
  /** The number of cards that were not in the cache. */
  rendered: number;
  pathOf(card: Card): string;
}

/** Returns the key of a card: a hash of its content, this folder, the colours, the renderer and the fonts. */
export function cardKey(card: Card): string {
  rendererHash ??= hashRenderer();
  return cardHash(card, rendererHash);
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

/** Renders every card that is not in the cache, in workers, so that the caller can continue. */
export async function renderMissing(cards: Iterable<Card>, cache = CACHE, parallelism = availableParallelism()): Promise<RenderedCards> {
  await mkdir(cache, { recursive: true });
  const wanted = new Map([...cards].map((card) => [cardKey(card), card]));
  const cached = await readCache(cache, new Set(wanted.keys()));
  const missing = [...wanted].flatMap(([key, card]) => (cached.has(key) ? [] : [card]));
  const workers = missing.length < MIN_FOR_WORKER ? 1 : Math.min(4, parallelism);
  const parts = Array.from({ length: workers }, (_, worker) => missing.filter((_, at) => at % workers === worker));
  await Promise.all(parts.map((part) => (missing.length < MIN_FOR_WORKER ? renderInto(cache, part) : renderInWorker(cache, part))));
  const rendered = await readCache(cache, new Set(missing.map(cardKey)));
  return {
    rendered: missing.length,
    pathOf(card) {
      const key = cardKey(card);
      const path = cached.get(key) ?? rendered.get(key);
      if (path === undefined) throw new Error(`The card “${card.title}” is not in ${cache}; something has changed the files there.`);
      return path;
    },
  };
}

/**
 * Finds cards in the cache, by key. The name of a file contains a hash of its bytes. A file whose bytes do not match, or a folder of that name, is
 * removed, so that the card is rendered again.
 */
async function readCache(cache: string, keys: ReadonlySet<string>): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of keys.size > 0 ? await readdir(cache) : []) {
    const [, key = '', hash] = FILE.exec(name) ?? [];
    if (!keys.has(key) || found.has(key)) continue;
    const path = join(cache, name);
    const bytes = await readFile(path).catch(() => undefined);
    if (bytes && bytesHash(bytes) === hash) found.set(key, path);
    else await rm(path, { recursive: true, force: true });
  }
  return found;
}

const FILE = /^([0-9a-f]+)\.([0-9a-f]{16})\.png$/;

const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** Renders cards into the cache. Each file is written atomically, so a killed or concurrent process leaves no partial file. */
export async function renderInto(cache: string, cards: readonly Card[]): Promise<void> {
  if (cards.length === 0) return;
  const { renderCard } = await import('./render-card.ts');
  for (const card of cards) {
    const bytes = await renderCard(card);
    const path = join(cache, `${cardKey(card)}.${bytesHash(bytes)}.png`);
    const temporary = `${path}.${randomUUID()}`;
    await writeFile(temporary, bytes);
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
