/** The targets of removed addresses: anchors on a page, old URLs of pages, and old paths through trees. */
import { hrefOf, pathOf, type Address } from '../model/address.ts';
import type { Target } from '../model/address-index.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { followAnswers, type State } from '../model/tree-path.ts';
import { isPageKind, pageKey, partOf, type PagePermalinks, type Permalink, type Permalinks } from './permalinks.ts';
import type { Withdrawal } from './redirects.ts';
import type { Resolution, Resolver } from './resolver.ts';

/** The permalinks of a site and their resolver. */
export interface Removed {
  permalinks: Permalinks;
  resolver: Resolver;
}

/** A removed fragment of a page and its target on the page. */
export interface RemovedAnchor {
  /** The old fragment. */
  name: string;
  /** The id of the target element; empty for the top of the page. */
  on: string;
  /** The new address, if the passage moved to another page. */
  elsewhere: Address | undefined;
  /** The date of its removal; undefined if only a translation lacks it. */
  since: string | undefined;
  /** The reason of its withdrawal. */
  reason: string | undefined;
  /** Whether it is a block that only another language has. */
  isUntranslated: boolean;
}

/** Lists the fragments that were published on a page, in any language, and that the shown page does not have. */
export function removedAnchors({ permalinks, resolver }: Removed, page: string, languages: readonly string[], shown: string): RemovedAnchor[] {
  const files = languages.flatMap((lang) => permalinks.get(pageKey(lang, page)) ?? []);
  // The article and the sources are published only in the first language.
  const own = [permalinks.get(pageKey(shown, page)), files.at(-1)].find((file) => file?.rows.some(({ kind }) => kind !== 'source')) ?? files.at(-1);
  const here = new Set((own?.rows ?? []).flatMap(({ address, hash }) => (hash ? [address] : [])));
  const rows = new Map<Address, Permalink>();
  for (const row of files.flatMap((file) => file.rows)) {
    const isPart = !isPageKind(row.kind) && row.kind !== 'walk';
    if (isPart && !here.has(row.address) && (!rows.has(row.address) || row.hash === undefined)) rows.set(row.address, row);
  }
  return [...rows.values()].map(({ address, kind, changed, hash }) => {
    const found = resolver.resolve(address);
    const to = targetOf(found) ?? page;
    const isHere = to === page || to.startsWith(`${page}.`);
    const on = [isHere ? to : undefined, ...sectionsOf(address)].find((one) => one !== undefined && here.has(one) && one !== page);
    return {
      name: partOf(address, page),
      on: on === undefined ? '' : partOf(on, page),
      elsewhere: isHere || hash !== undefined ? undefined : to,
      since: hash === undefined ? changed : undefined,
      reason: withdrawalOf(found)?.reason,
      isUntranslated: hash !== undefined && (kind === 'block' || kind === 'aside' || kind === 'note'),
    };
  });
}

/** Returns the section of a block. */
const sectionsOf = (address: Address): Address[] => (/\.\d+$/.test(address) ? [address.replace(/\.\d+$/, '')] : []);

const targetOf = (found: Resolution | undefined): Address | undefined => (found && 'to' in found ? found.to : undefined);
const withdrawalOf = (found: Resolution | undefined): Withdrawal | undefined => (found && 'withdrawn' in found ? found : undefined);

/** Lists the removed addresses that had a share page, with their targets. */
export function removedShares({ permalinks, resolver }: Removed): { lang: string; address: Address; to: Address }[] {
  return [...permalinks.values()].flatMap(({ lang, rows }) =>
    rows.flatMap(({ address, kind, hash }) => {
      const to = hash === undefined && kind !== 'walk' ? targetOf(resolver.resolve(address)) : undefined;
      return to === undefined || to === address || to.includes('/') ? [] : [{ lang, address, to }];
    }),
  );
}

/** A page that is not at its old URL any more. */
export interface MovedPage {
  lang: string;
  /** The old path, below the base path and the language. */
  path: string;
  /** The new address; undefined for a withdrawn page. */
  to: Address | undefined;
  withdrawal: Withdrawal | undefined;
  /** The targets of its fragments. */
  fragments: Map<string, Address>;
}

/** Lists the old URLs of moved and withdrawn pages, in every language that showed them. */
export function movedPages({ permalinks, resolver }: Removed, { routes, locales }: Pick<Site, 'routes' | 'locales'>): MovedPage[] {
  const [first = ''] = routes.languages;
  const live = new Set(locales.flatMap(({ index }) => [...index.targets.values()].map(({ href }) => href.split('#')[0])));
  const moved = new Map<string, MovedPage>();
  for (const file of permalinks.values()) {
    // Other languages showed a page of the first language if they had no translation.
    for (const lang of file.lang === first ? routes.languages : [file.lang]) {
      for (const { address, kind, hash } of file.rows) {
        if (!isPageKind(kind) || hash !== undefined) continue;
        const path = pathOf(kind, address);
        if (live.has(hrefOf(routes, lang, path)) || moved.has(`${lang} ${path}`)) continue;
        const found = resolver.resolve(address);
        moved.set(`${lang} ${path}`, { lang, path, to: targetOf(found), withdrawal: withdrawalOf(found), fragments: fragmentsOf(file, resolver) });
      }
    }
  }
  return [...moved.values()];
}

function fragmentsOf({ page, rows }: PagePermalinks, resolver: Resolver): Map<string, Address> {
  return new Map(
    rows.flatMap(({ address, kind }) => {
      const to = isPageKind(kind) || kind === 'walk' ? undefined : targetOf(resolver.resolve(address));
      return to === undefined ? [] : [[partOf(address, page), to]];
    }),
  );
}

/** A published path through a tree that no longer exists. */
export interface RemovedPath {
  /** The path below the language: `<tree>/<answer>/…`. */
  path: string;
  lang: string;
  locale: Locale;
  /** The state that its answers reach now, the page that replaced the tree, or the withdrawal. */
  now: { tree: Tree; state: State } | { target: Target } | { withdrawal: Withdrawal };
}

/** Lists the published paths through trees that no longer exist. */
export function removedPaths({ permalinks, resolver }: Removed, { locales }: Pick<Site, 'locales'>): RemovedPath[] {
  return [...permalinks.values()].flatMap(({ lang, rows }) => {
    const locale = locales.find((one) => one.lang === lang) ?? locales[0]!;
    return rows.flatMap(({ address, kind, hash }): RemovedPath[] => {
      if (kind !== 'walk' || hash !== undefined) return [];
      const found = resolver.resolve(address);
      const withdrawal = withdrawalOf(found);
      const [id = '', ...answers] = (targetOf(found) ?? address).split('/');
      const tree = locale.trees.get(id);
      const target = locale.index.get(id) ?? locale.index.get('index')!;
      const now = withdrawal ? { withdrawal } : tree ? { tree, state: followAnswers(tree, answers) } : { target };
      return [{ path: address, lang, locale, now }];
    });
  });
}
