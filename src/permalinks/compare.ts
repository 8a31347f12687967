/** Compares the content with the stored permalinks, by addresses and hashes only. */
import type { Address } from '../model/address.ts';
import type { PermalinkDiagnostic } from './diagnostics.ts';
import { isPageKind, pageKey, rowKey, rowsOf, type PagePermalinks, type Permalink, type Permalinks } from './permalinks.ts';
import { lostDiagnostics, ruleDiagnostics, type Published } from './redirect-diagnostics.ts';
import type { Redirects } from './redirects.ts';
import { Resolver } from './resolver.ts';
import type { LiveAddress, PageSnapshot } from './snapshot.ts';

export interface Change {
  lang: string;
  page: string;
  address: Address;
}

export interface Comparison {
  /** The permalinks to write. */
  permalinks: Permalinks;
  added: Change[];
  changed: Change[];
  removed: Change[];
  /** Translations whose recorded hash of the original is new or changed. */
  noted: Change[];
  /** Redirects to add to redirects.yaml. The text of the removed address is at exactly one other address. */
  proposed: { from: Address; to: Address }[];
  diagnostics: PermalinkDiagnostic[];
}

/** Compares the published addresses with those of the content. `today` is the date of new, changed and removed addresses. */
export function compare(former: Permalinks, { snapshot, trees }: Published, redirects: Redirects, today: string): Comparison {
  const { permalinks, ...changes } = update(former, snapshot, today);
  const live = new Set(snapshot.flatMap(({ addresses }) => addresses.map(({ address }) => address)));
  const gone = [
    ...new Set(rowsOf(permalinks).flatMap(({ address, kind, hash }) => (hash === undefined && !isMovedPage(live, address, kind) ? [address] : []))),
  ];
  const resolver = new Resolver(live, redirects, permalinks, trees);
  const lost = gone.filter((address) => !live.has(address) && !resolver.resolve(address));
  const places = placesByHash(former, snapshot, changes.added);
  const proposed = lost.flatMap((from) => {
    const to = places(from);
    return to ? [{ from, to }] : [];
  });
  const rules = new Map([...redirects.rules, ...proposed.map(({ from, to }) => [from, { to }] as const)]);
  const again = new Resolver(live, { ...redirects, rules }, permalinks, trees);
  const unnamed = lost.filter((address) => !again.resolve(address));
  return {
    permalinks,
    ...changes,
    proposed,
    diagnostics: [...lostDiagnostics(unnamed, permalinks, { snapshot, trees }), ...ruleDiagnostics(redirects, again, live, permalinks, trees)],
  };
}

/** Whether only the kind of a page changed. Its old URL then redirects to the new one without a rule. */
const isMovedPage = (live: ReadonlySet<Address>, address: Address, kind: Permalink['kind']): boolean => isPageKind(kind) && live.has(address);

function update(former: Permalinks, snapshot: readonly PageSnapshot[], today: string) {
  const permalinks = new Map<string, PagePermalinks>();
  const added: Change[] = [];
  const changed: Change[] = [];
  const removed: Change[] = [];
  const noted: Change[] = [];
  const now = new Map(snapshot.map((one) => [pageKey(one.lang, one.page), one]));
  for (const key of new Set([...former.keys(), ...now.keys()])) {
    const { lang, page } = (now.get(key) ?? former.get(key))!;
    const before = new Map((former.get(key)?.rows ?? []).map((row) => [rowKey(row), row]));
    const rows = new Map(before);
    const addresses = new Map((now.get(key)?.addresses ?? []).map((one) => [rowKey(one), one]));
    for (const [at, { address, kind, hash, from: original }] of addresses) {
      const row = before.get(at);
      // An unchanged translation was made from the same original as before. Older permalinks do not record the original; such a translation counts
      // as up to date.
      const from = row?.hash === hash ? (row.from ?? original) : original;
      if (!row) added.push({ lang, page, address });
      else if (row.hash !== hash) changed.push({ lang, page, address });
      if (!row || row.hash !== hash || row.kind !== kind || row.from !== from) {
        const changedOn = row && row.hash === hash ? row.changed : today;
        rows.set(at, { address, kind, first: row?.first ?? today, changed: changedOn, hash, ...(from ? { from } : {}) });
        if (row && row.hash === hash && row.from !== from) noted.push({ lang, page, address });
      }
    }
    for (const [at, row] of before) {
      if (addresses.has(at) || row.hash === undefined) continue;
      removed.push({ lang, page, address: row.address });
      rows.set(at, { ...row, changed: today, hash: undefined });
    }
    permalinks.set(key, { lang, page, rows: [...rows.values()] });
  }
  return { permalinks, added, changed, removed, noted };
}

/** Kinds that can be identified by their text. The other kinds have only a title, which is not enough. */
const TEXTS: ReadonlySet<string> = new Set(['block', 'note', 'aside', 'node', 'outcome', 'point', 'paragraph', 'quote']);

/**
 * Returns the new address of each removed one, if exactly one has the same text. A text can be at any address, a section only at a new section of the
 * same page, a page only at a new page.
 */
function placesByHash(former: Permalinks, snapshot: readonly PageSnapshot[], added: readonly Change[]): (address: Address) => Address | undefined {
  const isNew = new Set(added.map(({ address }) => address));
  const byHash = new Map<string, Set<Address>>();
  const keyOf = (lang: string, page: string, { kind, hash }: Pick<LiveAddress, 'kind' | 'hash'>): string =>
    [lang, isPageKind(kind) ? 'page' : TEXTS.has(kind) ? 'text' : `${kind} ${page}`, hash].join(' ');
  for (const { lang, page, addresses } of snapshot) {
    for (const one of addresses) {
      if (one.kind === 'walk' || !(TEXTS.has(one.kind) || isNew.has(one.address))) continue;
      const key = keyOf(lang, page, one);
      byHash.set(key, (byHash.get(key) ?? new Set()).add(one.address));
    }
  }
  const hashes = new Map<Address, string[]>();
  for (const { lang, page, rows } of former.values()) {
    for (const { address, kind, hash } of rows) {
      if (hash && kind !== 'walk') hashes.set(address, [...(hashes.get(address) ?? []), keyOf(lang, page, { kind, hash })]);
    }
  }
  return (address) => {
    const found = new Set((hashes.get(address) ?? []).flatMap((key) => [...(byHash.get(key) ?? [])]));
    return found.size === 1 ? [...found][0] : undefined;
  };
}
