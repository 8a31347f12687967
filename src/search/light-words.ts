/** Words of a question that ask or point and name nothing. They stand in the index, since a phrase may hold them; in a query they count little. */
import type { Word } from './names.ts';
import { stem } from './terms.ts';

const LIGHT = new Set(
  (
    'say says said tell mean happen count make made need want get give know think take try let look find else somebody someone anybody anything something thing way ' +
    'many much often long different difference between become already really actually exactly ' +
    'другой считаться нужный значить быть делать сделать сказать узнать найти'
  )
    .split(' ')
    .map(stem),
);

const PARAGRAPH = new Set('para paragraph point п пункт ч часть абз абзац'.split(' ').map(stem));

const NUMBER = /^\d+$/;

/** Tell whether a word of a query only asks or points: a paragraph and its number do, “part” in “substantial part” does not. */
export const isLight = (words: readonly Word[], at: number): boolean => {
  const [before, key, after] = [words[at - 1]?.key ?? '', words[at]!.key, words[at + 1]?.key ?? ''];
  return LIGHT.has(key) || (PARAGRAPH.has(key) && NUMBER.test(after)) || (NUMBER.test(key) && PARAGRAPH.has(before));
};
