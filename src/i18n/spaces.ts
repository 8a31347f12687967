/** The no-break spaces that the typography of a language requires. */

export const NO_BREAK = '\u00a0';

/**
 * Joins conditions for white space into one expression that matches where any of them does. White space in a text is found once, and then all
 * conditions are tried.
 */
export const spacesWhere = (...conditions: readonly RegExp[]): RegExp =>
  new RegExp(`\\s+(?:${conditions.map(({ source }) => source).join('|')})`, 'gu');

/** Matches spaces that are replaced by a no-break space. The lookbehind is last, because it is slow at every letter. */
const RUSSIAN = spacesWhere(
  // Before a dash, and after a preposition or a conjunction of one letter.
  /(?=—)/u,
  /(?=\S)(?<=(?:^|[\s(«„—])[ВвКкОоСсУуИиАаЯя]\s+)/u,
  // Before a particle.
  /(?=(?:же|ли|бы|б|ж)(?!\p{L}))(?<=\p{L}\s+)/u,
  // Between an abbreviation or the name of a part and its number: «Ст. 12», «№ 25-П», «раздел 13», «статья 12».
  /(?=\d)(?<=(?<!\p{L})(?:Ст|П|Пп|Подп|Абз|Гл|Прим|Разд|Рис|Табл)\.\s+)/u,
  /(?=[\p{L}\d])(?<=№\s+)/u,
  /(?=\d|\((?i:[a-z])\))(?<=(?<!\p{L})(?i:стать|част|глав|раздел|пункт|подпункт|абзац|примечани|приложени|верси|ответ|вопрос|допущени|контекст)\p{L}{0,3}\s+)/u,
  // In a number, before its unit, and in a date.
  /(?=\d{3}(?!\d))(?<=\d\s+)/u,
  /(?=(?:%|‰|°|тыс|млн|млрд|руб|долл|коп|год|лет|г\.|гг\.|в\.|вв\.|с\.|[КМГТ]Б))(?<=\d\s+)/u,
  /(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?<=(?<!\d)\d{1,2}\s+)/u,
  // Initials, and abbreviations of several words: «А. С. Пушкин», «т. е.».
  /(?=\p{Lu}(?:\.|\p{Ll}))(?<=(?<!\p{L})\p{Lu}\.\s+)/u,
  /(?=[едпк]\.)(?<=(?<!\p{L})т\.\s+)/u,
  /(?=РФ(?!\p{L}))(?<=\p{Lu}{2}\s+)/u,
);

const languages: Record<string, RegExp> = { ru: RUSSIAN };

/** Returns a function that puts the no-break spaces of a language into a text. */
export const spacesOf = (lang: string): ((text: string) => string) => {
  const spaces = Object.hasOwn(languages, lang) ? languages[lang] : undefined;
  return (text) => (spaces ? text.replace(spaces, NO_BREAK) : text);
};
