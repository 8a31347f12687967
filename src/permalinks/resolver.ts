/** Resolves published addresses. */
import type { Address } from '../model/address.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { Site } from '../model/site.ts';
import { followAnswers } from '../model/tree-path.ts';
import type { Permalinks } from './permalinks.ts';
import type { Redirects, Withdrawal } from './redirects.ts';
import { snapshotOf } from './snapshot.ts';
import type { Stored } from './storage.ts';

/** A live address, a withdrawal, or a redirect to a missing address. */
export type Resolution = { to: Address } | Withdrawal | { missing: Address; circle: boolean };

/** The date of the first publication and, for a removed address, of the removal. */
interface Days {
  first: string;
  gone: string | undefined;
}

/**
 * Resolves addresses by redirects.yaml only. A redirect of a page or a section also applies to the addresses below it if it is a rename:
 * the new one was first published when the old one was removed. A withdrawal applies to all addresses below it.
 */
export class Resolver {
  readonly #live: ReadonlySet<Address>;
  readonly #redirects: Redirects;
  readonly #days: ReadonlyMap<Address, Days>;
  readonly #trees: ReadonlyMap<string, Tree>;

  constructor(live: ReadonlySet<Address>, redirects: Redirects, permalinks: Permalinks, trees: ReadonlyMap<string, Tree>) {
    this.#live = live;
    this.#redirects = redirects;
    this.#days = daysOf(permalinks);
    this.#trees = trees;
  }

  /** Returns the target of an address; undefined without a redirect. */
  resolve(address: Address, seen: ReadonlySet<Address> = new Set()): Resolution | undefined {
    if (this.#live.has(address)) return { to: address };
    if (seen.has(address)) return { missing: address, circle: true };
    const passed = new Set([...seen, address]);
    const follow = (to: Address): Resolution => this.resolve(to, passed) ?? { missing: to, circle: false };
    const rule = this.#redirects.rules.get(address);
    if (rule) return 'to' in rule ? follow(rule.to) : rule;
    if (address.includes('/')) return this.#resolvePath(address, follow);
    for (const parent of parentsOf(address)) {
      const above = this.#redirects.rules.get(parent);
      if (!above) continue;
      if (!('to' in above)) return above;
      const moved = above.to + address.slice(parent.length);
      if (this.#isRename(parent, above.to) && this.#days.has(moved)) return follow(moved);
    }
    return undefined;
  }

  /**
   * Whether a redirect is a rename: the new page or section was not published before the old one was removed. The parts of the old one then have the
   * same names in the new one.
   */
  #isRename(from: Address, to: Address): boolean {
    const first = this.#days.get(to)?.first;
    const gone = this.#days.get(from)?.gone;
    return first !== undefined && gone !== undefined && first >= gone;
  }

  #resolvePath(address: Address, follow: (to: Address) => Resolution): Resolution | undefined {
    const [id = '', ...answers] = address.split('/');
    for (let kept = answers.length - 1; kept >= 0; kept -= 1) {
      const prefix = [id, ...answers.slice(0, kept)].join('/');
      const rule = this.#redirects.rules.get(prefix);
      if (!rule) continue;
      if (!('to' in rule)) return rule;
      const [tree = '', ...start] = rule.to.split('/');
      return this.#trees.has(tree) ? { to: this.#replay(tree, [...start, ...answers.slice(kept)]).path } : follow(rule.to);
    }
    const { path, complete } = this.#replay(id, answers);
    return complete ? { to: path } : undefined;
  }

  /** Follows answers through a tree, renamed ones by their redirects, as far as possible. */
  #replay(id: string, answers: readonly string[]): { path: Address; complete: boolean } {
    const tree = this.#trees.get(id);
    const path: string[] = [];
    for (const answer of tree ? answers : []) {
      const { node } = followAnswers(tree!, path);
      const rule = this.#redirects.rules.get(`${id}.${node.id}.${answer}`);
      const renamed = rule && 'to' in rule ? rule.to.slice(`${id}.${node.id}.`.length) : answer;
      const found = [answer, renamed].find((one) => followAnswers(tree!, [...path, one]).steps.length > path.length);
      if (found === undefined) break;
      path.push(found);
    }
    return { path: [id, ...path].join('/'), complete: tree !== undefined && path.length === answers.length };
  }
}

/** Returns the stored permalinks of a site and their resolver. */
export function resolverOf({ locales }: Pick<Site, 'locales'>, stored: Stored | undefined): { permalinks: Permalinks; resolver: Resolver } {
  const { permalinks, redirects } = stored ?? { permalinks: new Map(), redirects: { rules: new Map(), lines: new Map() } };
  const live = new Set(snapshotOf({ locales }).flatMap(({ addresses }) => addresses.map(({ address }) => address)));
  return { permalinks, resolver: new Resolver(live, redirects, permalinks, locales[0]!.trees) };
}

/** Lists the parents: `a.b.2` is below `a.b` and `a`. The key of a source can contain dots, so the page can end before any dot. */
function parentsOf(address: Address): Address[] {
  const parents: Address[] = [];
  for (let dot = address.lastIndexOf('.'); dot > 0; dot = address.lastIndexOf('.', dot - 1)) parents.push(address.slice(0, dot));
  return parents;
}

/** Returns the dates of each address over all languages. An address is removed only if all languages removed it. */
function daysOf(permalinks: Permalinks): Map<Address, Days> {
  const days = new Map<Address, Days>();
  for (const { rows } of permalinks.values()) {
    for (const { address, first, changed, hash } of rows) {
      const known = days.get(address);
      const gone = hash === undefined && (!known || known.gone) ? [known?.gone ?? '', changed].sort().at(-1) : undefined;
      days.set(address, { first: known && known.first < first ? known.first : first, gone });
    }
  }
  return days;
}
