/** Translations that are older than their original, and passages that a translation lacks. */
import type { Address } from '../model/address.ts';
import { pageKey, type Permalinks } from './permalinks.ts';
import type { PageSnapshot } from './snapshot.ts';

export interface OutdatedPassage {
  lang: string;
  page: string;
  address: Address;
  /** Whether the translation is older than its original, or is missing. */
  what: 'changed' | 'missing';
  /** The day on which the original last changed; undefined before the permalinks are written. */
  since: string | undefined;
}

/** Lists outdated and missing translations of passages, in the order of the original. `first` is the first language of the site. */
export function outdatedPassages(permalinks: Permalinks, snapshot: readonly PageSnapshot[], first: string): OutdatedPassage[] {
  const originals = new Map(snapshot.filter(({ lang }) => lang === first).map((one) => [one.page, one]));
  return snapshot
    .filter(({ lang }) => lang !== first)
    .flatMap(({ lang, page, addresses }) => {
      const made = new Map((permalinks.get(pageKey(lang, page))?.rows ?? []).map((row) => [row.address, row]));
      const own = new Map(addresses.map((one) => [one.address, one]));
      const days = new Map((permalinks.get(pageKey(first, page))?.rows ?? []).map(({ address, changed }) => [address, changed]));
      return (originals.get(page)?.addresses ?? []).flatMap(({ address, kind }): OutdatedPassage[] => {
        const here = own.get(address);
        if (!here)
          return kind === 'block' || kind === 'aside' || kind === 'note' ? [{ lang, page, address, what: 'missing', since: days.get(address) }] : [];
        const row = made.get(address);
        const isOlder = row?.from !== undefined && here.from !== undefined && row.hash === here.hash && row.from !== here.from;
        return isOlder ? [{ lang, page, address, what: 'changed', since: days.get(address) }] : [];
      });
    });
}

/**
 * Records the translations at the addresses as up to date with the original. The address of a page includes everything in it.
 */
export function confirm(
  permalinks: Permalinks,
  snapshot: readonly PageSnapshot[],
  addresses: readonly Address[],
): { permalinks: Permalinks; confirmed: Address[] } {
  const isNamed = (address: Address): boolean => addresses.some((one) => address === one || address.startsWith(`${one}.`));
  const now = new Map(
    snapshot.flatMap(({ lang, page, addresses: all }) => all.map((one) => [`${pageKey(lang, page)} ${one.address}`, one.from] as const)),
  );
  const confirmed: Address[] = [];
  const made = [...permalinks].map(([key, one]) => {
    const rows = one.rows.map((row) => {
      const from = now.get(`${key} ${row.address}`);
      if (row.hash === undefined || from === undefined || row.from === from || !isNamed(row.address)) return row;
      confirmed.push(`${one.lang}/${row.address}`);
      return { ...row, from };
    });
    return [key, { ...one, rows }] as const;
  });
  return { permalinks: new Map(made), confirmed };
}
