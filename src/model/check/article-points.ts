import { isFailed, type ArticleEntry } from '../entry.ts';
import { closestNames } from '../did-you-mean.ts';
import { diagnostic, type Location, type Diagnostic } from '../diagnostics.ts';

/** Parses the points of a difference. */
export const pointsOf = (attributes: Record<string, string>): string[] => (attributes.points ?? '').split(/[\s,]+/).filter(Boolean);

/** Checks that the article has the points. Skipped if the points of the article are invalid. */
export function checkPoints(named: readonly string[], file: string, at: Location, article: ArticleEntry | undefined): Diagnostic[] {
  if (article && isFailed(article, ['points'])) return [];
  const points = article?.data.points ?? {};
  return named
    .filter((point) => !Object.hasOwn(points, point))
    .map((point) => diagnostic('unknown-point', file, at, { point, near: closestNames(point, Object.keys(points)) }));
}
