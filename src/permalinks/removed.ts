/** What answers at each address that was removed: on its page, at the old URL of a page, and on a walk. */
import { hrefOf, pathOf, type Address } from '../model/address.ts';
import type { Target } from '../model/address-index.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { followAnswers, type State } from '../model/tree-path.ts';
import { isPageKind, pageKey, partOf, type PagePermalinks, type Permalink, type Permalinks } from './permalinks.ts';
import type { Withdrawal } from './redirects.ts';
import type { Resolution, Resolver } from './resolver.ts';

/** The permalinks of a site, with the way to resolve them. */
export interface Removed {
  permalinks: Permalinks;
  resolver: Resolver;
}

/** An old fragment of a page, and where on the page it is answered. */
export interface RemovedAnchor {
  /** The old fragment. */
  name: string;
  /** The element that answers for it; empty for the top of the page. */
  on: string;
  /** The new address, when the passage went to another page. */
  elsewhere: Address | undefined;
  /** The day on which it was removed; undefined when only a translation lacks it. */
  since: string | undefined;
  /** Why it was withdrawn. */
  reason: string | undefined;
}

/** Lists the fragments that were published on a page, in any language, and are not on the page that is shown. */
export function removedAnchors({ permalinks, resolver }: Removed, page: string, languages: readonly string[], shown: string): RemovedAnchor[] {
  const files = languages.flatMap((lang) => permalinks.get(pageKey(lang, page)) ?? []);
  // The article and the sources are published in the first language alone.
  const own = permalinks.get(pageKey(shown, page)) ?? files.at(-1);
  const here = new Set((own?.rows ?? []).flatMap(({ address, hash }) => (hash ? [address] : [])));
  const rows = new Map<Address, Permalink>();
  for (const row of files.flatMap((file) => file.rows)) {
    const isPart = !isPageKind(row.kind) && row.kind !== 'walk';
    if (isPart && !here.has(row.address) && (!rows.has(row.address) || row.hash === undefined)) rows.set(row.address, row);
  }
  return [...rows.values()].map(({ address, changed, hash }) => {
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
    };
  });
}

/** The section of a block. */
const sectionsOf = (address: Address): Address[] => (/\.\d+$/.test(address) ? [address.replace(/\.\d+$/, '')] : []);

const targetOf = (found: Resolution | undefined): Address | undefined => (found && 'to' in found ? found.to : undefined);
const withdrawalOf = (found: Resolution | undefined): Withdrawal | undefined => (found && 'withdrawn' in found ? found : undefined);

/** Lists the removed addresses that have a share page, with the live address that each leads to. Blocks share the page of their section. */
export function removedShares({ permalinks, resolver }: Removed): { lang: string; address: Address; to: Address }[] {
  return [...permalinks.values()].flatMap(({ lang, rows }) =>
    rows.flatMap(({ address, kind, hash }) => {
      const to = hash === undefined && kind !== 'block' && kind !== 'walk' ? targetOf(resolver.resolve(address)) : undefined;
      return to === undefined || to === address || to.includes('/') ? [] : [{ lang, address, to }];
    }),
  );
}

/** A page that is no longer at its old URL. */
export interface MovedPage {
  lang: string;
  /** The old URL, under the base and the language. */
  path: string;
  /** The page to go to; undefined when it was withdrawn. */
  to: Address | undefined;
  withdrawal: Withdrawal | undefined;
  /** Where each of its fragments leads. */
  fragments: Map<string, Address>;
}

/** Lists the old URLs of pages that moved or were withdrawn, in every language in which they were shown. */
export function movedPages({ permalinks, resolver }: Removed, { routes, locales }: Pick<Site, 'routes' | 'locales'>): MovedPage[] {
  const [first = ''] = routes.languages;
  const live = new Set(locales.flatMap(({ index }) => [...index.targets.values()].map(({ href }) => href.split('#')[0])));
  const moved = new Map<string, MovedPage>();
  for (const file of permalinks.values()) {
    // A page of the first language was shown in the others too, where they had none of their own.
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

/** A state of a walk that was published and is no longer there. */
export interface RemovedPath {
  /** Its path under the language: `<tree>/<answer>/…`. */
  path: string;
  lang: string;
  locale: Locale;
  /** Where its answers lead now; the page that took the place of its tree; or why it was withdrawn. */
  now: { tree: Tree; state: State } | { target: Target } | { withdrawal: Withdrawal };
}

/** Lists the states of walks that were published and are no longer there. */
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
