/** The Russian stemmer of the Snowball project (https://snowballstem.org/algorithms/russian/stemmer.html). */

const PERFECTIVE_GERUND = /(?:(?<=[ая])(?:в|вши|вшись)|ив|ивши|ившись|ыв|ывши|ывшись)$/;
const REFLEXIVE = /с[яь]$/;
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/;
const VERB =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$/;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/;

/** Forms of «дать» with a prefix (продаст, подадут), for which the stemmer has no rule. */
const GIVE = /(?<=\p{L}{2})да(?:ст|дут|дим|шь)$/u;

/** Returns the stem of a lower-case Russian word written with е for ё. Words of one or two letters stay. */
export function stemRussian(typed: string): string {
  if (typed.length < 3) return typed;
  const word = typed.replace(GIVE, 'дать');
  const [, start = word, region = ''] = /^(.*?[аеиоуыэюя])(.*)$/.exec(word) ?? [];
  if (!region) return word;
  /** The start of the second region: after the second change from vowel to consonant. */
  const second = /^.*?[аеиоуыэюя][^аеиоуыэюя].*?[аеиоуыэюя][^аеиоуыэюя]/.exec(word)?.[0].length ?? word.length;
  let rest = region.replace(PERFECTIVE_GERUND, '');
  if (rest === region) {
    rest = rest.replace(REFLEXIVE, '');
    const adjective = rest.replace(ADJECTIVE, '');
    if (adjective !== rest) rest = adjective.replace(PARTICIPLE, '');
    else {
      const verb = rest.replace(VERB, '');
      rest = verb === rest ? rest.replace(NOUN, '') : verb;
    }
  }
  rest = rest.replace(/и$/, '');
  const at = second - start.length;
  if (at <= rest.length && at >= 0) rest = rest.slice(0, at) + rest.slice(at).replace(/ость?$/, '');
  rest = rest
    .replace(/(?:ейше|ейш)$/, '')
    .replace(/нн$/, 'н')
    .replace(/ь$/, '');
  return start + rest;
}

/** Returns the common root of the stems of a verb and of its noun: `публик` for `публикова` and `публикац`, `заключ` for `заключа` and `заключен`. */
export const rootRussian = (stem: string): string => stem.replace(/(?<=\p{L}{4})(?:(?:ир|из)?ова(?:н|тел)?|(?:из)?[ая]ц|(?:[ыи]в)?[ая]|ен)$/u, '');

/** Consonants with which a root may end in another form: заразить and заражение, сократить and сокращать, оформить and оформление. */
const CHANGES: readonly (readonly [from: string, ...to: string[]])[] = [
  ['ст', 'щ'],
  ['ск', 'щ'],
  ['щ', 'т', 'ст', 'ск'],
  ['жд', 'д'],
  ['вл', 'в'],
  ['мл', 'м'],
  ['пл', 'п'],
  ['бл', 'б'],
  ['ж', 'з', 'д', 'г'],
  ['ш', 'с'],
  ['ч', 'к', 'т'],
  ['з', 'ж'],
  ['с', 'ш'],
  ['т', 'щ', 'ч'],
  ['д', 'жд', 'ж'],
  ['к', 'ч'],
  ['г', 'ж'],
  ['в', 'вл'],
  ['м', 'мл'],
  ['п', 'пл'],
  ['б', 'бл'],
];

/** Returns the roots of other forms of a word, which end in different consonants. */
export function changedRoots(root: string): string[] {
  const [from = '', ...to] = root.length > 3 ? (CHANGES.find(([end]) => root.endsWith(end)) ?? []) : [];
  return to.map((end) => root.slice(0, -from.length) + end);
}
