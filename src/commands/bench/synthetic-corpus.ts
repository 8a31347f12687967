import type { SearchPage } from '../../output/search-record.ts';
import { sequence } from './random-sequence.ts';

/**
 * Returns a synthetic site with a number of pages, made of sentences of a real one and a few invented words per page, to measure how the
 * search scales. The same page has the same number of records in each language, as on a real site.
 */
export function syntheticCorpus(pages: readonly SearchPage[], count: number): SearchPage[] {
  const random = sequence(1);
  // The texts of a language must not change which page is a model.
  const models = sequence(2);
  const pick = <T>(list: readonly T[], next = random): T => list[Math.floor(next() * list.length)]!;
  const written = pages.filter(({ records }) => records.length > 3);
  const texts = pages.flatMap(({ records }) => records.flatMap(({ blocks }) => blocks.map(({ text }) => text))).filter((text) => text.length > 80);
  return Array.from({ length: count }, (_, number): SearchPage => {
    const model = pick(written, models);
    const own = [0, 1, 2, 3].map(() => invent(random));
    /** Replaces every ninth word by one of the invented words of the page, as on a site with many subjects. */
    const rewrite = (text: string): string => text.replace(/\p{L}{6,}/gu, (word) => (random() < 0.11 ? pick(own) : word));
    const title = `${own[0]!} ${own[1]!}`;
    const records = model.records.map((record) => ({
      ...record,
      title: record.id ? rewrite(record.title) : title,
      names: record.id ? [] : [own[2]!],
      context: record.id ? [title] : [],
      blocks: record.blocks.map(({ id }) => ({ id, text: rewrite(pick(texts)) })),
    }));
    return { ...model, path: `concepts/made-${number}/`, title, records };
  });
}

/** Invents a word of three or four syllables. */
function invent(random: () => number): string {
  const character = (characters: string): string => characters[Math.floor(random() * characters.length)]!;
  return Array.from({ length: 3 + Math.floor(random() * 2) }, () => character('bdfgklmnprstvz') + character('aeiou')).join('') + character('nrsl');
}
