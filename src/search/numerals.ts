/** Numbers in words and in digits, and words that refer to a numbered part of a law. */

const ONES = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
  ' ',
);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ONES_RU =
  'один два три четыр пят шест сем восем девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(
    ' ',
  );
const TENS_RU: Record<string, number> = { двадцат: 20, тридцат: 30, сорок: 40, пятьдесят: 50, шестьдесят: 60, семьдесят: 70, восемьдесят: 80 };

const VALUES = new Map<string, number>([
  ...ONES.map((word, at): [string, number] => [word, at + 1]),
  ...TENS.map((word, at): [string, number] => [word, 20 + 10 * at]),
  ...ONES_RU.map((word, at): [string, number] => [word, at + 1]),
  ...Object.entries(TENS_RU),
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['сто', 100],
  ['тысяч', 1000],
  ['тыс', 1000],
  ['миллион', 1_000_000],
  ['млн', 1_000_000],
  ['лям', 1_000_000],
  ['миллиард', 1_000_000_000],
  ['млрд', 1_000_000_000],
]);

/** Returns the value of a number word in any form. */
export function valueOf(word: string): number | undefined {
  return VALUES.get(word) ?? VALUES.get(word.replace(/s$|(?<=.{2})(?:ами|ам|ах|ов|ью|а|и|у|е|ь|ы|ю|я)$/, ''));
}

/** Extends a number by the next word: “ten” “thousand” is 10000, “twenty” “five” is 25. Returns undefined if the word does not continue it. */
export function extendNumeral(sum: number, value: number): number | undefined {
  if (value >= 100) return sum < value ? sum * value : sum + value;
  const last = sum % 100;
  return last === 0 || (last >= 20 && last % 10 === 0 && value < 10) ? sum + value : undefined;
}

const REFERENCE =
  /^(?:arts?|articles?|st|s|ss|secs?|sect|sections?|§|ст|стст|стать(?:я|и|е|ей|ю|ям|ями|ях)|раздел(?:а|у|е|ом|ы|ов)?|секци(?:я|и|ю|ей)|cl|clauses?)$/;

/** Whether a number after the word is that of an article or a section. */
export const isReference = (word: string): boolean => REFERENCE.test(word);
