import type { Point } from '../../markdown/source-position.ts';
import type { Tree, TreeError } from '../decision-tree.ts';
import type { Locale } from '../locale.ts';
import { isPartial } from '../entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Page } from '../page.ts';
import type { Parsed } from '../parsed.ts';
import { isSectionId } from './headings.ts';

const TOP = { line: 1, column: 1 };

/** Checks that every language has the same sections and trees as the first. */
export function checkTranslations({ pages, trees, site }: Parsed, { lang, ...first }: Locale): Diagnostic[] {
  const isTranslation = (item: { lang: string }): boolean =>
    item.lang !== lang && site.data.languages.includes(item.lang) && !isPartial(site, ['languages']);
  return [
    ...pages.filter(isTranslation).flatMap((page) => {
      const original = first.pages.get(page.id);
      if (!original) return page.kind === 'front' ? [] : [diagnostic('no-original', page.file, TOP, { id: page.id, lang })];
      if (page.kind !== original.kind || [page, original].some(hasUnknownSections)) return [];
      const { missing, extra } = difference(sectionIds(page), sectionIds(original));
      return missing.length + extra.length
        ? [diagnostic('different-sections', page.file, placeOf(page, original, missing, extra), { lang, missing, extra })]
        : [];
    }),
    ...trees.filter(isTranslation).flatMap((tree) => {
      const original = first.trees.get(tree.id);
      if (!original) return [diagnostic('no-original', tree.file, TOP, { id: tree.id, lang })];
      if ([tree, original].some(({ failed }) => failed?.length)) return [];
      const [own, theirs] = [tree, original].map((one) => shapeOf(one, [...tree.errors, ...original.errors])) as [string[], string[]];
      const { missing, extra } = difference(own, theirs);
      return missing.length + extra.length ? [diagnostic('different-tree', tree.file, TOP, { lang, missing, extra })] : [];
    }),
  ];
}

const difference = (own: readonly string[], theirs: readonly string[]) => ({
  missing: theirs.filter((one) => !own.includes(one)),
  extra: own.filter((one) => !theirs.includes(one)),
});

const sectionIds = ({ sections }: Page): string[] => sections.map(({ id }) => id);

/** Whether a page cannot be compared, because it has a heading without a valid id, which is reported. */
const hasUnknownSections = ({ broken, headings }: Page): boolean => broken || headings.some(({ id }) => !id || !isSectionId(id));

/** Returns the place of the first section that only the translation has; otherwise of the section after which the first one is missing. */
function placeOf(page: Page, original: Page, missing: readonly string[], extra: readonly string[]): Point {
  const before = sectionIds(original).slice(0, sectionIds(original).indexOf(missing[0]!));
  const ids = extra.length ? extra.slice(0, 1) : before.toReversed();
  return ids.flatMap((name) => page.sections.find(({ id }) => id === name) ?? [])[0]?.at ?? page.start;
}

/**
 * Lists the parts of a tree that its translations share: the start, each answer with its target, and the outcomes. Without those of which the target
 * is missing in one language, because that is reported.
 */
function shapeOf({ start, questions, outcomes }: Tree, errors: readonly TreeError[]): string[] {
  const targets = [
    ['start', start.id],
    ...questions.flatMap((question) => question.answers.map(({ id, target }) => [`${question.id}.${id}`, target.id])),
  ];
  const unknown = errors.map((error) =>
    error.kind === 'missing-target' ? `${error.question}.${error.answer}` : error.kind === 'missing-start' ? 'start' : '',
  );
  return [...targets.filter(([from]) => !unknown.includes(from!)).map((one) => one.join(' → ')), ...outcomes.map(({ id }) => id)];
}
