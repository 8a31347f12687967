import type { Tree } from '../decision-tree.ts';
import type { Locale } from '../locale.ts';
import { isPartial } from '../entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Parsed } from '../parsed.ts';

const TOP = { line: 1, column: 1 };

/** Checks that every language has the same sections and trees as the first. */
export function checkTranslations({ pages, trees, site }: Parsed, { lang, ...first }: Locale): Diagnostic[] {
  const isTranslation = (item: { lang: string }): boolean =>
    item.lang !== lang && site.data.languages.includes(item.lang) && !isPartial(site, ['languages']);
  return [
    ...pages.filter(isTranslation).flatMap((page) => {
      const original = first.pages.get(page.id);
      if (!original) return page.kind === 'front' ? [] : [diagnostic('no-original', page.file, TOP, { id: page.id, lang })];
      if (page.broken || original.broken || page.kind !== original.kind) return [];
      const { missing, extra } = difference(
        page.sections.map(({ id }) => id),
        original.sections.map(({ id }) => id),
      );
      return missing.length + extra.length ? [diagnostic('different-sections', page.file, TOP, { lang, missing, extra })] : [];
    }),
    ...trees.filter(isTranslation).flatMap((tree) => {
      const original = first.trees.get(tree.id);
      if (!original) return [diagnostic('no-original', tree.file, TOP, { id: tree.id, lang })];
      if ([tree, original].some(({ failed }) => failed?.length)) return [];
      const { missing, extra } = difference(shapeOf(tree), shapeOf(original));
      return missing.length + extra.length ? [diagnostic('different-tree', tree.file, TOP, { lang, missing, extra })] : [];
    }),
  ];
}

const difference = (own: readonly string[], theirs: readonly string[]) => ({
  missing: theirs.filter((one) => !own.includes(one)),
  extra: own.filter((one) => !theirs.includes(one)),
});

/** Lists the parts of a tree that its translations share: the start, each answer with its target, and the outcomes. */
function shapeOf({ start, questions, outcomes }: Tree): string[] {
  const answers = questions.flatMap((question) => question.answers.map(({ id, target }) => `${question.id}.${id} → ${target.id}`));
  return [`start → ${start.id}`, ...answers, ...outcomes.map(({ id }) => id)];
}
