import type { Target } from './address-index.ts';
import type { Locale } from './locale.ts';
import { pointsOf } from './check/article-points.ts';

/** A difference between the article and the sources. */
export interface Difference {
  page: Target;
  section: Target;
  target: Target;
  points: Target[];
  /** The article's statement, then that of the sources. */
  paragraphs: string[];
}

/** Lists the differences of a locale, in reading order. */
export function differencesOf({ pages, index, reading }: Locale): Difference[] {
  return reading.flatMap(({ entries }) =>
    entries.flatMap(({ entry }) => {
      const page = index.get(entry)!;
      const differs = pages.get(entry)?.components.filter(({ name }) => name === 'Differs') ?? [];
      return differs.map(({ attributes, paragraphs, section }) => ({
        page,
        section: index.get(`${entry}.${section}`) ?? page,
        target: index.get(`${entry}.${attributes.id}`) ?? page,
        points: pointsOf(attributes).flatMap((point) => index.get(`article.${point}`) ?? []),
        paragraphs,
      }));
    }),
  );
}
