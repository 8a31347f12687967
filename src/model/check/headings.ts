import { isId } from '../../schema/fields.ts';
import { transliterate } from '../../markdown/transliterate.ts';
import type { Page } from '../page.ts';
import { insteadOf, isReserved } from './reserved-ids.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';

/** Whether a name can be the id of a section. The notes and the intro of a page reserve some names. */
export const isSectionId = (id: string): boolean => isId(id) && !/^fn(?:ref)?(?:-|$)|^(?:notes|intro)$/.test(id);

/** Reports headings without an id, with an invalid or a duplicate id, and skipped heading levels. */
export function checkHeadings({ headings, file, kind }: Page): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, number>();
  const taken = new Set(headings.map(({ id }) => id));
  let depth = 1;
  for (const { title, id, depth: own, at } of headings) {
    if (own === 1 || own > depth + 1) {
      diagnostics.push(
        diagnostic('bad-heading', file, at, {
          reason: `The heading “${title}” is ${'#'.repeat(own)}, but must be ${'#'.repeat(own === 1 ? 2 : depth + 1)}.`,
        }),
      );
    }
    depth = Math.max(own, 2);
    if (!title) diagnostics.push(diagnostic('bad-heading', file, at, { reason: 'The heading is empty.', isEmpty: true }));
    else if (id === undefined) {
      const suggestion = suggestId(title, taken);
      taken.add(suggestion);
      diagnostics.push(diagnostic('heading-without-id', file, at, { title, suggestion }));
    } else if (!isSectionId(id)) diagnostics.push(diagnostic('bad-id', file, at, { id }));
    else if (isReserved(kind === 'front' ? 'front' : 'page', id))
      diagnostics.push(diagnostic('reserved-id', file, at, { id, suggestion: insteadOf(id) }));
    else if (seen.has(id)) diagnostics.push(diagnostic('duplicate-section', file, at, { id, line: seen.get(id)! }));
    else seen.set(id, at.line);
  }
  return diagnostics;
}

/** Suggests an unused id from the first words of a heading. */
export function suggestId(title: string, taken: ReadonlySet<string | undefined>): string {
  const words = transliterate(title).match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => word.length > 3);
  const first = (telling.length ? telling : words).slice(0, 2).join('-').slice(0, 40).replace(/-+$/, '') || 'short-name';
  const name = isSectionId(first) && !isReserved('page', first) ? first : `on-${first}`;
  for (let n = 1; ; n += 1) {
    const offer = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(offer)) return offer;
  }
}
