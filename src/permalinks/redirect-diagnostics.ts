/** Checks redirects.yaml against the permalinks: removed addresses without a rule, and invalid rules. */
import type { Address } from '../model/address.ts';
import type { Tree } from '../model/decision-tree.ts';
import { closestNames } from '../model/did-you-mean.ts';
import { followAnswers } from '../model/tree-path.ts';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { isPageKind, partOf, rowsOf, type Permalinks } from './permalinks.ts';
import { redirectLine, REDIRECTS, type Redirects } from './redirects.ts';
import type { Resolver } from './resolver.ts';
import type { PageSnapshot } from './snapshot.ts';

/** The content to compare. */
export interface Published {
  snapshot: readonly PageSnapshot[];
  trees: ReadonlyMap<string, Tree>;
}

/** Reports each removed address without a redirect, once for all addresses below it, with suggested rules. */
export function lostDiagnostics(lost: readonly Address[], permalinks: Permalinks, { snapshot, trees }: Published): PermalinkDiagnostic[] {
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
          ? [redirectLine(address, survivingPath(trees, address))]
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

/** Returns the state that the answers of a path still reach. */
function survivingPath(trees: ReadonlyMap<string, Tree>, address: Address): Address {
  const [id = '', ...answers] = address.split('/');
  const tree = trees.get(id);
  return tree ? [id, ...followAnswers(tree, answers).steps.map(({ answer }) => answer.id)].join('/') : '<address>';
}

/** Suggests targets: the section of a block, else the page, else a similar name. The author chooses. */
function targetsNear(address: Address, page: string, live: readonly Address[]): Address[] {
  const above = address.replace(/\.[^.]*$/, '');
  const known = new Set(live);
  const place = [above, page].find((one) => one !== address && known.has(one));
  return place ? [place] : [closestNames(address, live)[0] ?? '<address>'];
}

/** Checks that each rule has a removed address as its source and an existing address as its target. */
export function ruleDiagnostics(
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
    if (!known.has(address)) return [diagnostic('unknown-address', place, { address, near: closestNames(address, known) })];
    const found = resolver.resolve(address);
    return found && 'missing' in found
      ? [
          diagnostic('unknown-target', place, {
            address,
            target: found.missing,
            circle: found.circle,
            near: found.circle ? [] : closestNames(found.missing, live),
          }),
        ]
      : [];
  });
}

/** Parses `<tree>.<question>.<answer>`, the address of a renamed answer. */
function answerOf(address: Address, trees: ReadonlyMap<string, Tree>): { question: string; exists: boolean; known: Address[] } | undefined {
  const [id = '', question = '', answer = '', ...rest] = address.split('.');
  const node = trees.get(id)?.byId.get(question);
  if (!answer || rest.length || node?.kind !== 'question') return undefined;
  const known = node.answers.map((one) => `${id}.${question}.${one.id}`);
  return { question: `${id}.${question}`, exists: known.includes(address), known };
}
