import { isFailed, type ArticleEntry } from '../entry.ts';
import { closestNames } from '../did-you-mean.ts';
import { diagnostic, type Location, type Diagnostic } from '../diagnostics.ts';

/** Read the points that a difference names. */
export const pointsOf = (attributes: Record<string, string>): string[] => (attributes.points ?? '').split(/[\s,]+/).filter(Boolean);

/** Hold a list of points against those of the article. An article that could not be read has any point. */
export function checkPoints(named: readonly string[], file: string, at: Location, article: ArticleEntry | undefined): Diagnostic[] {
  if (article && isFailed(article, ['points'])) return [];
  const points = article?.data.points ?? {};
  return named
    .filter((point) => !Object.hasOwn(points, point))
    .map((point) => diagnostic('unknown-point', file, at, { point, near: closestNames(point, Object.keys(points)) }));
}
