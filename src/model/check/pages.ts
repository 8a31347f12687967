import { checkBlocks } from './blocks.ts';
import { checkComponents } from './components.ts';
import { checkDiagrams } from './diagrams.ts';
import type { Locale } from '../locale.ts';
import { checkHeadings, isSectionId } from './headings.ts';
import { closestNames } from '../did-you-mean.ts';
import type { Page } from '../page.ts';
import { checkPoints } from './article-points.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import { checkReferences } from './references.ts';

/** Checks a page: headings, block ids, links, notes, citations, images, diagrams, components and front matter. */
export function checkPage(page: Page, locale: Locale): Diagnostic[] {
  const { file, error } = page;
  if (page.broken) return [...(error ? [diagnostic('broken-mdx', file, error.at, error)] : []), ...checkFrontMatter(page, locale)];
  return [
    ...checkSize(page),
    ...checkHeadings(page),
    ...checkBlocks(page),
    ...checkReferences(page, locale),
    ...checkImages(page),
    ...checkDiagrams(page, locale),
    ...page.code.map(({ text, at }) => diagnostic('code-in-page', file, at, { text: text.length > 40 ? `${text.slice(0, 40)}…` : text })),
    ...checkComponents(page, locale),
    ...page.foreign.map(({ text, hint, at }) => diagnostic('foreign-syntax', file, at, { text, hint })),
    ...page.wideRows.map(({ cells, columns, at }) => diagnostic('lost-cell', file, at, { cells, columns })),
    ...page.misplaced.map(({ reason, hint, at }) => diagnostic('misplaced-element', file, at, { reason, hint })),
    ...page.notesInLinks.map(({ name, at }) => diagnostic('note-in-link', file, at, { name })),
    ...checkFrontMatter(page, locale),
  ];
}

/** Maximum length of a body. Its HTML is up to ten times as long, which stays below the limit of `checks/check-dist.ts`. */
export const BODY_LIMIT = 300_000;

function checkSize({ isEmpty, size, file, start }: Page): Diagnostic[] {
  if (isEmpty) return [diagnostic('empty-page', file, start)];
  return size > BODY_LIMIT ? [diagnostic('oversized-page', file, start, { size, limit: BODY_LIMIT })] : [];
}

function checkImages({ images, file }: Page): Diagnostic[] {
  return images.flatMap(({ url, alt, at }) => [
    ...(alt.trim() ? [] : [diagnostic('image-without-alt', file, at, { url })]),
    ...(/^\/[^/]/.test(url) ? [] : [diagnostic('dead-image', file, at, { url, near: [] })]),
  ]);
}

function checkFrontMatter({ data, file, sections, broken }: Page, { index, article }: Locale): Diagnostic[] {
  const known = sections.map(({ id }) => id);
  const invalid = known.filter((id) => !isSectionId(id));
  return [
    ...Object.entries(data.covers ?? {}).flatMap(([section, covered]) => [
      // The section may be one with an invalid id, which is reported.
      ...(broken || known.includes(section) || closestNames(section, invalid).length > 0
        ? []
        : [diagnostic('unknown-section', file, { path: ['covers', section] }, { section, near: closestNames(section, known), known })]),
      ...covered.flatMap((point, at) => checkPoints([point], file, { path: ['covers', section, at] }, article)),
    ]),
    ...(data.related ?? []).flatMap((id, at) => {
      const found = index.find(id);
      return found && 'error' in found
        ? [
            diagnostic(
              'unknown-entry',
              file,
              { path: ['related', at] },
              {
                id,
                near: closestNames(id, index.names()),
              },
            ),
          ]
        : [];
    }),
  ];
}
