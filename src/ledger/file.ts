/** The files of the ledger in a content folder: the two that the engine writes, and what the writer says. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Ledger } from './ledger.ts';
import { linesOf, readLines } from './lines.ts';
import type { Heirs } from './update.ts';
import { linesOfWalks, readWalks, type Walk } from './walks.ts';
import type { LedgerFault } from './words.ts';

export const LEDGER = 'permalinks.json';
export const HEIRS = 'heirs.yaml';
export const WALKS = 'walks.txt';

/** A ledger as it was read: what could be, and the lines that could not. */
export interface Kept {
  ledger: Ledger;
  faults: LedgerFault[];
}

/** Read the ledger of a content folder; undefined when it has none yet. */
export async function readLedger(folder: string): Promise<Kept | undefined> {
  const text = await readIfThere(join(folder, LEDGER));
  return text === undefined ? undefined : readLines(text);
}

/** Read the walks that were published; none when there is no such file. */
export async function readPublishedWalks(folder: string): Promise<ReturnType<typeof readWalks>> {
  return readWalks((await readIfThere(join(folder, WALKS))) ?? '');
}

/** Write the ledger and the walks; tell which files changed. */
export async function writeLedger(folder: string, ledger: Ledger, walks: Iterable<Walk>): Promise<string[]> {
  const written = [];
  if (await writeIfNew(join(folder, LEDGER), linesOf(ledger))) written.push(LEDGER);
  if (await writeIfNew(join(folder, WALKS), linesOfWalks(walks))) written.push(WALKS);
  return written;
}

async function writeIfNew(path: string, text: string): Promise<boolean> {
  if ((await readIfThere(path)) === text) return false;
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return true;
}

/** Read what the writer says of old addresses, `old: new` on each line; nothing when there is no such file. */
export async function readHeirs(folder: string): Promise<{ heirs: Heirs; faults: LedgerFault[] }> {
  const text = (await readIfThere(join(folder, HEIRS))) ?? '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' });
  const lineOf = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const faults = document.errors.map(({ message, pos }): LedgerFault => ({ kind: 'broken-heirs', facts: { reason: message }, line: lineOf(pos[0]) }));
  const heirs = new Map<string, string>();
  if (faults.length || !document.contents) return { heirs, faults };
  if (!isMap(document.contents)) return { heirs, faults: [{ kind: 'broken-heirs', facts: { reason: 'It holds no map of addresses.' }, line: 1 }] };
  for (const { key, value } of document.contents.items) {
    if (isScalar(key) && isScalar(value) && value.value) heirs.set(bare(key.value), bare(value.value));
    else
      faults.push({
        kind: 'broken-heirs',
        facts: { reason: `“${String(key)}” has no address.` },
        line: isScalar(key) && key.range ? lineOf(key.range[0]) : 1,
      });
  }
  return { heirs, faults };
}

/** Take an address as it may be pasted: with `kb:` before it, or a fragment in it. */
const bare = (address: unknown): string => String(address).trim().replace(/^kb:/, '').replace('#', '.');

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
