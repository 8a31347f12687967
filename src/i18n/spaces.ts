/** The no-break spaces that the typography of a language requires. */

export const NO_BREAK = '\u00a0';

/** Joins expressions into one that matches where any of them does, so that a text is searched once. */
export const alternatives = (...expressions: readonly RegExp[]): RegExp => new RegExp(expressions.map(({ source }) => source).join('|'), 'gu');

/** Matches spaces that are replaced by a no-break space. The lookbehind is last, because it is slow at every letter. */
const RUSSIAN = alternatives(
  // Before a dash, and after a preposition or a conjunction of one letter.
  /\s+(?=—)/u,
  /\s+(?=\S)(?<=(?:^|[\s(«„—])[ВвКкОоСсУуИиАаЯя]\s+)/u,
  // Before a particle.
  /\s+(?=(?:же|ли|бы|б|ж)(?!\p{L}))(?<=\p{L}\s+)/u,
  // Between an abbreviation or the name of a part and its number: «Ст. 12», «№ 25-П», «раздел 13», «статья 12».
  /\s+(?=\d)(?<=(?<!\p{L})(?:Ст|П|Пп|Подп|Абз|Гл|Прим|Разд|Рис|Табл)\.\s+)/u,
  /\s+(?=[\p{L}\d])(?<=№\s+)/u,
  /\s+(?=\d|\((?i:[a-z])\))(?<=(?<!\p{L})(?i:стать|част|глав|раздел|пункт|подпункт|абзац|примечани|приложени|верси|ответ|вопрос|допущени|контекст)\p{L}{0,3}\s+)/u,
  // In a number, before its unit, and in a date.
  /\s+(?=\d{3}(?!\d))(?<=\d\s+)/u,
  /\s+(?=(?:%|‰|°|тыс|млн|млрд|руб|долл|коп|год|лет|г\.|гг\.|в\.|вв\.|с\.|[КМГТ]Б))(?<=\d\s+)/u,
  /\s+(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?<=(?<!\d)\d{1,2}\s+)/u,
  // Initials, and abbreviations of several words: «А. С. Пушкин», «т. е.».
  /\s+(?=\p{Lu}(?:\.|\p{Ll}))(?<=(?<!\p{L})\p{Lu}\.\s+)/u,
  /\s+(?=[едпк]\.)(?<=(?<!\p{L})т\.\s+)/u,
  /\s+(?=РФ(?!\p{L}))(?<=\p{Lu}{2}\s+)/u,
);

const languages: Record<string, RegExp> = { ru: RUSSIAN };

/** Returns a function that puts the no-break spaces of a language into a text. */
export const spacesOf = (lang: string): ((text: string) => string) => {
  const spaces = Object.hasOwn(languages, lang) ? languages[lang] : undefined;
  return (text) => (spaces ? text.replace(spaces, NO_BREAK) : text);
};
