/** Parses the pages before the model is built: from a cache on disk, in worker threads if many are new. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { PageEntry } from '../model/entry.ts';
import { knownBody, keepParsed, parsePage, type ParsedBody } from '../model/parse-page.ts';

/** In the cache folder of Astro, which git ignores. */
const CACHE = join(import.meta.dirname, '../../.astro/parsed');
/** For fewer new pages than this, starting a worker takes longer than parsing. */
const MIN_FOR_WORKER = 60;

type Body = Pick<PageEntry, 'file' | 'body' | 'bodyLine'>;

/** Fills the memory of `parsePage` with the pages of a content folder. */
export async function parsePages(folder: string, entries: readonly PageEntry[]): Promise<void> {
  const code = hashOfParser();
  const cache = join(CACHE, createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12));
  const fresh: { entry: PageEntry; path: string; key: string }[] = [];
  for (const entry of entries) {
    if (entry.broken || knownBody(entry)) continue;
    const key = createHash('sha256').update(`${code}\0${entry.file}\0${entry.bodyLine}\0${entry.body}`).digest('hex');
    const path = join(cache, entry.file.replaceAll('/', '.'));
    const stored = read(path);
    if (stored?.key === key) keepParsed(entry, stored.parsed);
    else fresh.push({ entry, path, key });
  }
  // The main thread parses its share too.
  const workers = fresh.length < MIN_FOR_WORKER ? 0 : Math.min(3, availableParallelism() - 1);
  const shares = Array.from({ length: workers + 1 }, (_, share) => fresh.filter((__, at) => at % (workers + 1) === share));
  const busy = shares.slice(1).map(async (share) => {
    const made = await parseInWorker(share.map(({ entry: { file, body, bodyLine } }) => ({ file, body, bodyLine })));
    for (const [at, { entry }] of share.entries()) keepParsed(entry, made[at]!);
  });
  for (const { entry } of shares[0]!) parsePage(entry);
  await Promise.all(busy);
  for (const { entry, path, key } of fresh) store(path, { key, parsed: knownBody(entry) });
}

/** Stores a page. If that fails (a tree that is nested too deep, a full or read-only disk), the next run parses the page again. */
function store(path: string, value: unknown): void {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, serialize(value));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}

function read(path: string): { key: string; parsed: ParsedBody } | undefined {
  try {
    return deserialize(readFileSync(path)) as { key: string; parsed: ParsedBody };
  } catch {
    // Missing, or cut off by a build that was killed.
    return undefined;
  }
}

function parseInWorker(bodies: readonly Body[]): Promise<ParsedBody[]> {
  const worker = new Worker(new URL('parse-worker.ts', import.meta.url), { workerData: bodies, execArgv: [] });
  return new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`The worker that parses pages exited with code ${code}.`)));
  });
}

/** Returns a hash of the common inputs of parsed pages: the code of the parser and the versions of its packages. */
export function hashOfParser(): string {
  const root = join(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['src/markdown', 'src/schema', 'src/model', 'src/i18n'])
    for (const name of readdirSync(join(root, folder)).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(root, folder, name)));
  for (const file of ['astro.config.mjs', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
