import type { Key } from './ledger.ts';
import type { Draft } from './sheet.ts';
import type { Shelf } from './shelf.ts';

/** Tell whether all that is published stands in the ledger as it is, and nothing else is living there: so it is at nearly every build. */
export function isStill(shelves: ReadonlyMap<Key, Shelf>, drafts: ReadonlyMap<Key, Draft>): boolean {
  for (const [key, shelf] of shelves) if (!drafts.has(key) && (!shelf.page?.to || livingParts(shelf) > 0)) return false;
  for (const [key, draft] of drafts) if (!isSame(shelves.get(key), draft)) return false;
  return true;
}

function isSame(shelf: Shelf | undefined, { leaf, print, prints }: Draft): boolean {
  const { page, parts } = shelf ?? {};
  if (!page || !parts || page.to || page.print !== print || page.kind !== leaf.kind || livingParts(shelf!) !== prints.length) return false;
  const order = page.order?.split(' ');
  if (order && order.length !== prints.length) return false;
  return leaf.parts.every(({ kind, name }, at) => {
    const known = order?.[at] ?? name;
    const entry = parts.get(known);
    return entry !== undefined && !entry.to && entry.kind === kind && entry.print === prints[at] && (kind === 'block' || name === known);
  });
}

function livingParts({ parts }: Shelf): number {
  let count = 0;
  for (const { to } of parts.values()) if (!to) count += 1;
  return count;
}
