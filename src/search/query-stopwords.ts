/** Query words with a low weight, because they say little about the subject. The index contains them, because a phrase can contain them. */
import { stem } from './analyzer.ts';
import type { Token } from './query-tokens.ts';

const LOW = new Set(
  (
    'say says said tell mean happen count make made need want get give know think take try let look find else somebody someone anybody anyone everybody everyone nobody anything something thing way ' +
    'never still even ever again after before put treat paper many much often long different difference between become already really actually exactly ' +
    'другой уже делать передаваться просьба случай считаться нужный значить быть сделать сказать узнать найти откуда взялась взялся взялось взялись один два две двух оба свой обязан обязана обязаны вправе ' +
    'получиться подсказать точка зрение отличаться потом после сейчас теперь вдруг реально иной много многие вообще иметь являться возможно полностью думать хотеть ' +
    // Forms with a stem of their own.
    'нашли нашел нашла найден скажет имел одни'
  )
    .split(' ')
    .map(stem),
);

const PARAGRAPH = new Set('p para paragraph point п пп подп пункт подпункт ч часть абз абзац'.split(' ').map(stem));

const NUMBER = /^\d+$/;

/** Whether a word of a query has a low weight. “para” and the number after it also have a low weight; “part” in “substantial part” does not. */
export const isLowWeight = (tokens: readonly Token[], at: number): boolean => {
  const [before, key, after] = [tokens[at - 1]?.key ?? '', tokens[at]!.key, tokens[at + 1]?.key ?? ''];
  const isInBrackets = before.startsWith('§') && tokens[at]!.from - tokens[at - 1]!.to === 1;
  return LOW.has(key) || (PARAGRAPH.has(key) && NUMBER.test(after)) || (NUMBER.test(key) && (PARAGRAPH.has(before) || isInBrackets));
};
