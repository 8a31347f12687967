import type { Tree } from './decision.ts';
import type { Edition } from './edition.ts';
import { isPartial } from './entry.ts';
import { problem, type Problem } from './problem.ts';
import type { Parsed } from './parsed.ts';

const TOP = { line: 1, column: 1 };

/** Hold every language to the pages, sections and trees of the first. */
export function translationFaults({ pages, trees, site }: Parsed, { lang, ...first }: Edition): Problem[] {
  const isTranslation = (item: { lang: string }): boolean =>
    item.lang !== lang && site.data.languages.includes(item.lang) && !isPartial(site, ['languages']);
  return [
    ...pages.filter(isTranslation).flatMap((page) => {
      const original = first.pages.get(page.id);
      if (!original) return page.kind === 'front' ? [] : [problem('no-original', page.file, TOP, { id: page.id, lang })];
      if (page.broken || original.broken || page.kind !== original.kind) return [];
      const { missing, extra } = difference(
        page.sections.map(({ id }) => id),
        original.sections.map(({ id }) => id),
      );
      return missing.length + extra.length ? [problem('different-sections', page.file, TOP, { lang, missing, extra })] : [];
    }),
    ...trees.filter(isTranslation).flatMap((tree) => {
      const original = first.trees.get(tree.id);
      if (!original) return [problem('no-original', tree.file, TOP, { id: tree.id, lang })];
      if ([tree, original].some(({ failed }) => failed?.length)) return [];
      const { missing, extra } = difference(shapeOf(tree), shapeOf(original));
      return missing.length + extra.length ? [problem('different-tree', tree.file, TOP, { lang, missing, extra })] : [];
    }),
  ];
}

const difference = (own: readonly string[], theirs: readonly string[]) => ({
  missing: theirs.filter((one) => !own.includes(one)),
  extra: own.filter((one) => !theirs.includes(one)),
});

/** Name every part of a tree that the languages share: the start, the outcomes, and each answer with its target. */
function shapeOf({ data }: Tree): string[] {
  const answers = Object.entries(data.questions).flatMap(([id, question]) =>
    Object.entries(question.answers).map(([answer, { to }]) => `${id}.${answer} → ${to}`),
  );
  return [`start → ${data.start}`, ...answers, ...Object.keys(data.outcomes)];
}
