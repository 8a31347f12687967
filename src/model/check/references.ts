import { isId } from '../../schema/fields.ts';
import { UNPARSED, type CitationItem } from '../../markdown/citations.ts';
import type { Locale } from '../locale.ts';
import { paragraphAt } from '../locator.ts';
import { transliterate } from '../../markdown/transliterate.ts';
import { closestNames } from '../did-you-mean.ts';
import { checkLabels } from './locators.ts';
import type { Page } from '../page.ts';
import { diagnostic, type Location, type Diagnostic, type DiagnosticKind } from '../diagnostics.ts';

/** Checks the links, notes and citations of a page. */
export function checkReferences(page: Page, locale: Locale): Diagnostic[] {
  return [...checkLinks(page, locale), ...checkNotes(page), ...checkCitations(page, locale)];
}

function checkLinks(page: Page, { index }: Locale): Diagnostic[] {
  return page.links
    .flatMap(({ href, at }) => {
      const found = index.resolve(href, page);
      return found && 'error' in found ? [diagnostic(found.error.kind as DiagnosticKind, page.file, at, { ...found.error, href } as never)] : [];
    })
    .concat(
      page.links.filter(({ hasWords }) => hasWords === false).map(({ href, at }) => diagnostic('empty-link', page.file, at, { href })),
      page.unparsed
        .filter(({ text }) => text.search(UNPARSED) !== 0)
        .map(({ text, at }) => diagnostic('dead-link', page.file, at, { href: text, near: [] })),
    );
}

function checkNotes({ notes, references, unparsed, file }: Page): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const defined = new Map<string, number>();
  const used = new Set(references.map(({ name }) => name.toLowerCase()));
  for (const { name, isEmpty, at } of notes) {
    const key = name.toLowerCase();
    if (!isId(name) || /^\d{1,3}$/.test(name)) diagnostics.push(diagnostic('bad-note-name', file, at, { name, suggestion: noteName(name) }));
    if (defined.has(key)) diagnostics.push(diagnostic('duplicate-note', file, at, { name, line: defined.get(key)! }));
    else if (!used.has(key)) diagnostics.push(diagnostic('unused-note', file, at, { name }));
    else if (isEmpty) diagnostics.push(diagnostic('empty-note', file, at, { name }));
    if (!defined.has(key)) defined.set(key, at.line);
  }
  for (const { text, at } of unparsed) {
    const name = /^\[\^([^\]]*)\]$/.exec(text)?.[1];
    if (name !== undefined) diagnostics.push(diagnostic('undefined-note', file, at, { name, near: closestNames(name, defined.keys()) }));
  }
  return diagnostics;
}

/** Suggests a valid name for a note. */
export function noteName(name: string): string {
  const plain = (transliterate(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, 40).replace(/-+$/, '');
  return /[a-z]/.test(plain) ? plain : `note-${plain || 'name'}`;
}

function checkCitations({ citations, unparsed, file }: Page, { sources, texts }: Locale): Diagnostic[] {
  return [
    ...citations.flatMap(({ key, locator, at }) => checkLocator({ key, locator }, texts, file, at)),
    ...citations
      .filter(({ key }) => !sources.has(key))
      .map(({ key, at }) => diagnostic('unknown-source', file, at, { key, near: closestNames(key, sources.keys()) })),
    ...unparsed
      .filter(({ text }) => !text.startsWith('[^') && text.search(UNPARSED) === 0)
      .map(({ text, at }) => diagnostic('broken-citation', file, at, { text })),
  ];
}

/** Checks the locator of a citation: its labels, and whether the text of the source has the paragraph. */
export function checkLocator({ key, locator }: CitationItem, texts: Locale['texts'], file: string, at: Location): Diagnostic[] {
  if (!locator) return [];
  const text = texts.get(key)?.data;
  const found = text ? paragraphAt(text, locator) : undefined;
  if (!text || !found || !('missing' in found)) return checkLabels(locator, file, at);
  return [diagnostic('unknown-paragraph', file, at, { key, locator, known: Object.values(text.paragraphs).map(({ label }) => label) })];
}
