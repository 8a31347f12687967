/** The Russian stemmer of the Snowball project (https://snowballstem.org/algorithms/russian/stemmer.html). */

const PERFECTIVE_GERUND = /(?:(?<=[ая])(?:в|вши|вшись)|ив|ивши|ившись|ыв|ывши|ывшись)$/;
const REFLEXIVE = /с[яь]$/;
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|ивш|ывш|ующ)$/;
const VERB =
  /(?:(?<=[жшщч])(?:ат|ут|ешь|ете)|(?<=[жшщ])ет|(?<=[^аеиоуыэюя]ну)(?:ть|л|ла|ло|ли|т)|(?<=[^аеиоуыэюяс])еть|(?<=[^аеиоуыэюя])е(?:ет|ют|ешь)|(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$/;
const NOUN = /(?:иями|ями|ами|ией|иям|ием|иях|ев|ов|ие|ье|еи|ии|ей|ой|ий|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|а|е|и|й|о|у|ы|ь|ю|я)$/;

/**
 * Forms for which the stemmer has no rule, with forms that it knows: «продаст», «раскроют», the singular of nouns that look like reflexive verbs,
 * and «качать», which means the same as «скачать».
 */
const FORMS: readonly (readonly [form: RegExp, known: string])[] = [
  [/(?<=\p{L}{2})да(?:ст|дут|дим|шь)$/u, 'дать'],
  [/(?<=\p{L}{2}кр)о(?:ют|ет|ем|ешь)$/u, 'ыть'],
  [/(?<=\p{L}пи|^сме)сь$/u, 'си'],
  [/^(?=кача[елйтю])/, 'с'],
];

/**
 * Nouns with the endings of verbs or adjectives, which the stemmer would cut in some forms only: «материал» and «материалы», «режим» and «режима»,
 * «правила» and «правилами».
 */
const NOUNS =
  'архив аудит граждан диплом домен журнал защит имен интервал канал капитал коммит кредит лимит массив материал мотив начал норматив обмен объем орган оригинал ' +
  'отзыв охран персонал подсистем портал потенциал правил режим сериал сигнал систем терминал токен филиал финал экосистем экран';
const DECLINED = new RegExp(`^(${NOUNS.replaceAll(' ', '|')})(?:а|у|е|ы|о|ой|ою|ов|ом|ам|ами|ах)?$`);

/** The prefix of a perfective verb that adds nothing to the meaning: скопировать, сгенерировать, захостить. */
const PERFECTIVE =
  /^(?:с|на|за|про|у)(?=(?:аннотир|генер|конверт|копипаст|копир|мердж|мерж|парс|скрап|тренир)|(?<=за)(?:депло|коммит|пуш|регистр|релиз|файнтюн|хост)|(?<=у)наслед)/;

/** Returns the stem of a lower-case Russian word written with е for ё. Words of one or two letters stay. */
export function stemRussian(typed: string): string {
  if (typed.length < 3) return typed;
  const [, noun] = DECLINED.exec(typed) ?? [];
  if (noun) return noun;
  const word = FORMS.reduce((text, [form, known]) => text.replace(form, known), typed.replace(PERFECTIVE, ''));
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

/** What remains of suffixes in the stem of a verb or of its noun, with the fewest letters before it. */
const SUFFIXES: readonly RegExp[] = [
  // публикова(ть), публикован(ный), монетизир(ую), публикац(ия), признава(ть), скачиван(ие), заключен(ие)
  /(?<=\p{L}{4})(?:(?:из)?(?:ир)?ова(?:н|тел)?|(?:из)?ир|(?:из)?[ая]ц|(?:[аыи]в)?[ая]н?|ен)$/u,
  // доказательств(о), обязательн(ый), нарушител(ь)
  /(?<=\p{L}{4})(?:ательств|ательн|[аи]тел)$/u,
  // парсинг, the noun of «парсить»
  /(?<=\p{L}{4})инг$/u,
  // открыт(ие)
  /(?<=\p{L}{2}кр)ыт$/u,
  // тренировк(а), переработк(а)
  /(?<=\p{L}{4})ировк$|(?<=\p{L}{5}[бвгджзйлмнпртч])к$/u,
];
/** A vowel that only some forms of a noun have: список, списки. */
const FLEETING = /(?<=\p{L}{3}[бвгджзйлмнпрстф])о(?=к$)/u;

/** Returns the common root of the stems of a verb and of its noun: `публик` for `публикова` and `публикац`, `заключ` for `заключа` and `заключен`. */
export function rootRussian(stem: string): string {
  const root = SUFFIXES.reduce((text, suffix) => text.replace(suffix, ''), stem.replace(FLEETING, ''));
  return root === stem ? root : rootRussian(root);
}

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
