/** The former wordings of passages, one file per page: `permalinks/<lang>/<page>.history.yaml`. The permalinks have only hashes of the texts. */
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { stringify } from 'yaml';
import type { Address } from '../model/address.ts';

/** A wording that a passage no longer has. */
export interface FormerWording {
  address: Address;
  /** The day on which it was changed or removed, `YYYY-MM-DD`. */
  until: string;
  text: string;
}

/** Former wordings by `<lang>/<page>`. Immutable. */
export type FormerWordings = ReadonlyMap<string, readonly FormerWording[]>;

const HEAD = '# The former wordings of passages, and the day until which each was published. Written by npm run permalinks.\n';

/** Serializes the wordings of a page, by day and address. */
export function serializeWordings(wordings: readonly FormerWording[]): string {
  const sorted = [...wordings].sort((a, b) => order.compare(a.until, b.until) || order.compare(a.address, b.address));
  return `${HEAD}${stringify(sorted, { lineWidth: 0 })}`;
}

/** Parses a file. For a broken file, returns no wordings: the next run of `npm run permalinks` replaces it with new ones only. */
export function parseWordings(text: string): FormerWording[] {
  try {
    const read: unknown = load(text, { schema: FAILSAFE_SCHEMA });
    return Array.isArray(read) ? read.filter(isWording) : [];
  } catch {
    return [];
  }
}

const isWording = (one: unknown): one is FormerWording =>
  typeof one === 'object' && one !== null && ['address', 'until', 'text'].every((key) => typeof (one as Record<string, unknown>)[key] === 'string');

const order = new Intl.Collator('en', { numeric: true });

/** Adds wordings. Of several changes of a passage on one day, only the wording before the first is kept. */
export function addWordings(known: FormerWordings, added: readonly (FormerWording & { key: string })[]): Map<string, readonly FormerWording[]> {
  const all = new Map(known);
  for (const { key, address, until, text } of added) {
    const own = all.get(key) ?? [];
    if (!own.some((one) => one.address === address && one.until === until)) all.set(key, [...own, { address, until, text }]);
  }
  return all;
}
