/** The states of walks: their addresses hold answers, so a tree that changes leaves some of them behind. */
import type { Site } from '../model/site.ts';
import type { LedgerFault } from './words.ts';

/** The path of a state as it was published: `<lang>/<tree>/<answer>/…`. */
export type Walk = string & { readonly brand?: 'Walk' };

const HEAD = '# Every state of a walk that was ever published. npm run permalinks writes it, and nobody else.';
const LINE = /^[a-z]{2}(?:\/[^\s/]+){2,}$/;

/** List the states that a site publishes, but for the first of each tree, which is the page of the tree itself. */
export function walksOf({ editions }: Pick<Site, 'editions'>): Walk[] {
  return editions.flatMap(({ lang, trees }) =>
    [...trees.values()].flatMap(({ id, states }) =>
      states.filter(({ steps }) => steps.length > 0).map(({ steps }) => [lang, id, ...steps.map(({ answer }) => answer.id)].join('/')),
    ),
  );
}

/** Read a list of walks; a line that is none is a fault. */
export function readWalks(text: string): { walks: Set<Walk>; faults: LedgerFault[] } {
  const lines = text.split('\n').map((line) => line.trim());
  const faults = lines.flatMap((line, at): LedgerFault[] =>
    line === '' || line.startsWith('#') || LINE.test(line) ? [] : [{ kind: 'broken-walks', facts: { text: line.slice(0, 60) }, line: at + 1 }],
  );
  return { walks: new Set(lines.filter((line) => LINE.test(line))), faults };
}

/** Write a list of walks, one a line, each once. */
export const linesOfWalks = (walks: Iterable<Walk>): string => `${[HEAD, ...[...new Set(walks)].sort()].join('\n')}\n`;

/** Tell whether a state that would be published is not in the list. */
export function walksBehind(walks: ReadonlySet<Walk>, site: Pick<Site, 'editions'>): LedgerFault[] {
  const fresh = walksOf(site).filter((walk) => !walks.has(walk));
  return fresh.length ? [{ kind: 'walks-behind', facts: { walk: fresh[0]!, more: fresh.length - 1 } }] : [];
}
