import type { Target } from '../model/address-index.ts';
import type { Tree } from '../model/decision-tree.ts';
import { givenPath, type State } from '../model/walk.ts';
import type { Edition } from '../model/edition.ts';
import type { Site } from '../model/site.ts';
import { addressOf, keyOf, landingOf, type Ledger } from './ledger.ts';
import { walksOf, type Walk } from './walks.ts';

/** A state that was published and is no longer there. */
export interface FormerWalk {
  /** Its path under the language: `<tree>/<answer>/…`. */
  path: string;
  lang: string;
  edition: Edition;
  /** Where its answers lead now, as far as they still stand; of a tree that is gone, what took its place. */
  now: { tree: Tree; state: State } | { target: Target };
}

/** List the states that were published and are no longer there, each with where it leads now. */
export function formerWalks(walks: ReadonlySet<Walk>, site: Site, ledger: Ledger): FormerWalk[] {
  const living = new Set(walksOf(site));
  const first = site.editions[0]!;
  return [...walks]
    .filter((walk) => !living.has(walk))
    .map((walk) => {
      const [lang, id, ...answers] = walk.split('/') as [string, string, ...string[]];
      const edition = site.editions.find((one) => one.lang === lang) ?? first;
      const heir = landingOf(ledger, keyOf(lang, id)) ?? landingOf(ledger, keyOf(first.lang, id));
      const target = edition.index.get(heir ? addressOf(heir) : id) ?? edition.index.get('index')!;
      const tree = edition.trees.get(target.entry);
      return { path: [id, ...answers].join('/'), lang, edition, now: tree ? { tree, state: givenPath(tree, answers) } : { target } };
    });
}
