import { isId } from '../../schema/fields.ts';
import { LEFTOVER, type CitationItem } from '../../markdown/citations.ts';
import type { Locale } from '../locale.ts';
import { paragraphAt } from '../locator.ts';
import { nearest } from '../did-you-mean.ts';
import type { Page } from '../page.ts';
import { problem, type Place, type Problem, type ProblemKind } from '../diagnostics.ts';

/** Find everything in a page that refers to what is not there: links, notes, citations. */
export function referenceFaults(page: Page, locale: Locale): Problem[] {
  return [...linkFaults(page, locale), ...noteFaults(page), ...citationFaults(page, locale)];
}

function linkFaults(page: Page, { index }: Locale): Problem[] {
  return page.links
    .flatMap(({ href, at }) => {
      const found = index.resolve(href, page);
      return found && 'fault' in found ? [problem(found.fault.kind as ProblemKind, page.file, at, { ...found.fault, href } as never)] : [];
    })
    .concat(
      page.leftovers
        .filter(({ text }) => text.search(LEFTOVER) !== 0)
        .map(({ text, at }) => problem('dead-link', page.file, at, { href: text, near: [] })),
    );
}

function noteFaults({ notes, references, leftovers, file }: Page): Problem[] {
  const problems: Problem[] = [];
  const defined = new Map<string, number>();
  const used = new Set(references.map(({ name }) => name.toLowerCase()));
  for (const { name, at } of notes) {
    const key = name.toLowerCase();
    if (!isId(name)) problems.push(problem('bad-id', file, at, { id: name }));
    if (defined.has(key)) problems.push(problem('duplicate-note', file, at, { name, line: defined.get(key)! }));
    else if (!used.has(key)) problems.push(problem('unused-note', file, at, { name }));
    if (!defined.has(key)) defined.set(key, at.line);
  }
  for (const { text, at } of leftovers) {
    const name = /^\[\^([^\]]*)\]$/.exec(text)?.[1];
    if (name !== undefined) problems.push(problem('undefined-note', file, at, { name, near: nearest(name, defined.keys()) }));
  }
  return problems;
}

function citationFaults({ citations, leftovers, file }: Page, { sources, texts }: Locale): Problem[] {
  return [
    ...citations.flatMap(({ key, locator, at }) => paragraphFaults({ key, locator }, texts, file, at)),
    ...citations
      .filter(({ key }) => !sources.has(key))
      .map(({ key, at }) => problem('unknown-source', file, at, { key, near: nearest(key, sources.keys()) })),
    ...leftovers
      .filter(({ text }) => !text.startsWith('[^') && text.search(LEFTOVER) === 0)
      .map(({ text, at }) => problem('broken-citation', file, at, { text })),
  ];
}

/** Find a citation of a paragraph that the whole text of its source does not have. */
export function paragraphFaults({ key, locator }: CitationItem, texts: Locale['texts'], file: string, at: Place): Problem[] {
  const text = texts.get(key)?.data;
  const found = text && locator ? paragraphAt(text, locator) : undefined;
  if (!text || !found || !('missing' in found)) return [];
  return [problem('unknown-paragraph', file, at, { key, locator: locator!, known: Object.values(text.paragraphs).map(({ label }) => label) })];
}
