/** What changed since the permalinks were last written: set difference and equality of hashes, and no guess. */
import type { Address } from '../model/address.ts';
import { nearest } from '../model/likeness.ts';
import type { Tree } from '../model/decision-tree.ts';
import { givenPath } from '../model/walk.ts';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { isPageKind, pageKey, partOf, rowKey, type PagePermalinks, type Permalink, type Permalinks } from './permalinks.ts';
import { redirectLine, REDIRECTS, type Redirects } from './redirects.ts';
import { Resolver } from './resolver.ts';
import type { LiveAddress, PageSnapshot } from './snapshot.ts';

export interface Change {
  lang: string;
  page: string;
  address: Address;
}

export interface Comparison {
  /** The permalinks as they should be written. */
  permalinks: Permalinks;
  added: Change[];
  changed: Change[];
  removed: Change[];
  /** Redirects to add to redirects.yaml: the text of a removed address is at exactly one other place. */
  proposed: { from: Address; to: Address }[];
  diagnostics: PermalinkDiagnostic[];
}

/** The content as the comparison needs it. */
export interface Published {
  snapshot: readonly PageSnapshot[];
  trees: ReadonlyMap<string, Tree>;
}

/** Compare what was published with what would be. `today` is the day of what is new, changed or removed. */
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

/** Whether only the kind of a page changed: its old URL leads to the new one without a redirect. */
const isMovedPage = (live: ReadonlySet<Address>, address: Address, kind: Permalink['kind']): boolean => isPageKind(kind) && live.has(address);

function update(former: Permalinks, snapshot: readonly PageSnapshot[], today: string) {
  const permalinks = new Map<string, PagePermalinks>();
  const added: Change[] = [];
  const changed: Change[] = [];
  const removed: Change[] = [];
  const now = new Map(snapshot.map((one) => [pageKey(one.lang, one.page), one]));
  for (const key of new Set([...former.keys(), ...now.keys()])) {
    const { lang, page } = (now.get(key) ?? former.get(key))!;
    const before = new Map((former.get(key)?.rows ?? []).map((row) => [rowKey(row), row]));
    const rows = new Map(before);
    const addresses = new Map((now.get(key)?.addresses ?? []).map((one) => [rowKey(one), one]));
    for (const [at, { address, kind, hash }] of addresses) {
      const row = before.get(at);
      if (!row) added.push({ lang, page, address });
      else if (row.hash !== hash) changed.push({ lang, page, address });
      if (!row || row.hash !== hash || row.kind !== kind) {
        rows.set(at, { address, kind, first: row?.first ?? today, changed: row && row.hash === hash ? row.changed : today, hash });
      }
    }
    for (const [at, row] of before) {
      if (addresses.has(at) || row.hash === undefined) continue;
      removed.push({ lang, page, address: row.address });
      rows.set(at, { ...row, changed: today, hash: undefined });
    }
    permalinks.set(key, { lang, page, rows: [...rows.values()] });
  }
  return { permalinks, added, changed, removed };
}

/** Kinds whose text is their own; a title may well stand twice. */
const TEXTS: ReadonlySet<string> = new Set(['block', 'note', 'aside', 'node', 'outcome', 'point', 'paragraph', 'quote']);

/**
 * Finds the one place that has the text of a removed address: for a text anywhere, for the title of a section among the new sections
 * of its page, for a page among the new pages.
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

/** Name each address that is lost, once for all that is below it, with the lines that would answer for it. */
function lostDiagnostics(lost: readonly Address[], permalinks: Permalinks, { snapshot, trees }: Published): PermalinkDiagnostic[] {
  const gone = new Set(lost);
  const live = snapshot.flatMap(({ addresses }) => addresses.map(({ address }) => address));
  const pages = new Set(snapshot.map(({ page }) => page));
  return [...permalinks.values()].flatMap(({ page, rows }) => {
    const own = rows.filter(({ address }) => gone.has(address));
    return own.flatMap(({ address, kind }) => {
      if (!gone.delete(address)) return [];
      const below = kind === 'walk' || isPageKind(kind) ? own.filter((other) => isBelow(other.address, address) && gone.delete(other.address)) : [];
      const lines =
        kind === 'walk'
          ? [redirectLine(address, survivingWalk(trees, address))]
          : targetsNear(address, page, live).map((to) => redirectLine(address, to));
      const withdrawal = `${address}: { withdrawn: <day>, reason: … }`;
      return [
        diagnostic(
          'lost-address',
          { file: REDIRECTS, line: 1 },
          {
            address,
            lines: [...lines, withdrawal],
            mark: kind === 'block' && pages.has(page) ? `[#${partOf(address, page)}]` : undefined,
            more: below.length,
          },
        ),
      ];
    });
  });
}

const isBelow = (address: Address, above: Address): boolean => address.startsWith(`${above}.`) || address.startsWith(`${above}/`);

/** The state that the answers of a walk still reach. */
function survivingWalk(trees: ReadonlyMap<string, Tree>, address: Address): Address {
  const [id = '', ...answers] = address.split('/');
  const tree = trees.get(id);
  return tree ? [id, ...givenPath(tree, answers).steps.map(({ answer }) => answer.id)].join('/') : '<address>';
}

/** The section that a block was in, else the page, else what is named alike: places to look at, which the writer chooses from. */
function targetsNear(address: Address, page: string, live: readonly Address[]): Address[] {
  const above = address.replace(/\.[^.]*$/, '');
  const known = new Set(live);
  const place = [above, page].find((one) => one !== address && known.has(one));
  return place ? [place] : [nearest(address, live)[0] ?? '<address>'];
}

/** Check that each redirect begins at an address that was published and is gone, and ends at one that exists. */
function ruleDiagnostics(
  { rules, lines }: Redirects,
  resolver: Resolver,
  live: ReadonlySet<Address>,
  permalinks: Permalinks,
  trees: ReadonlyMap<string, Tree>,
): PermalinkDiagnostic[] {
  const known = new Set(rowsOf(permalinks).map(({ address }) => address));
  return [...rules].flatMap(([address, rule]) => {
    const place = { file: REDIRECTS, line: lines.get(address) ?? 1 };
    const target = 'to' in rule ? rule.to : undefined;
    const answer = answerOf(address, trees);
    if (live.has(address) || answer?.exists) return [diagnostic('reused-address', place, { address, target })];
    if (answer) {
      const to = target === undefined ? undefined : answerOf(target, trees);
      const same = to?.exists && to.question === answer.question;
      return same ? [] : [diagnostic('unknown-target', place, { address, target: target ?? '', circle: false, near: answer.known })];
    }
    if (!known.has(address)) return [diagnostic('unknown-address', place, { address, near: nearest(address, known) })];
    const found = resolver.resolve(address);
    return found && 'missing' in found
      ? [
          diagnostic('unknown-target', place, {
            address,
            target: found.missing,
            circle: found.circle,
            near: found.circle ? [] : nearest(found.missing, live),
          }),
        ]
      : [];
  });
}

/** Read `<tree>.<question>.<answer>`, the way to name an answer that was renamed. */
function answerOf(address: Address, trees: ReadonlyMap<string, Tree>): { question: string; exists: boolean; known: Address[] } | undefined {
  const [id = '', question = '', answer = '', ...rest] = address.split('.');
  const node = trees.get(id)?.byId.get(question);
  if (!answer || rest.length || node?.kind !== 'question') return undefined;
  const known = node.answers.map((one) => `${id}.${question}.${one.id}`);
  return { question: `${id}.${question}`, exists: known.includes(address), known };
}

const rowsOf = (permalinks: Permalinks): Permalink[] => [...permalinks.values()].flatMap(({ rows }) => [...rows]);
