/** The no-break spaces that the typography of a language requires. */

const NO_BREAK = '\u00a0';

/** Each matches spaces that are replaced by a no-break space. */
const RUSSIAN: readonly RegExp[] = [
  // Before a dash, and after a preposition or a conjunction of one letter.
  /\s+(?=—)/gu,
  /(?<=(?:^|[\s(«„—])[ВвКкОоСсУуИиАаЯя])\s+(?=\S)/gu,
  // Before a particle.
  /(?<=\p{L})\s+(?=(?:же|ли|бы|б|ж)(?!\p{L}))/gu,
  // Between an abbreviation or the name of a part and its number: «Ст. 12», «№ 25-П», «раздел 13», «статья 12».
  /(?<=(?<!\p{L})(?:Ст|П|Пп|Подп|Абз|Гл|Прим|Разд|Рис|Табл)\.)\s+(?=\d)/gu,
  /(?<=№)\s+(?=[\p{L}\d])/gu,
  /(?<=(?<!\p{L})(?:стать|част|глав|раздел|пункт|подпункт|абзац|примечани|приложени|верси|ответ|вопрос|допущени|контекст)\p{L}{0,3})\s+(?=\d|\([a-z]\))/giu,
  // In a number, before its unit, and in a date.
  /(?<=\d)\s+(?=\d{3}(?!\d))/gu,
  /(?<=\d)\s+(?=(?:%|‰|°|тыс|млн|млрд|руб|долл|коп|год|лет|г\.|гг\.|в\.|вв\.|с\.|[КМГТ]Б))/gu,
  /(?<=(?<!\d)\d{1,2})\s+(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))/gu,
  // Initials, and abbreviations of several words: «А. С. Пушкин», «т. е.».
  /(?<=(?<!\p{L})\p{Lu}\.)\s+(?=\p{Lu}(?:\.|\p{Ll}))/gu,
  /(?<=(?<!\p{L})т\.)\s+(?=[едпк]\.)/gu,
  /(?<=\p{Lu}{2})\s+(?=РФ(?!\p{L}))/gu,
];

const bound =
  (rules: readonly RegExp[]) =>
  (text: string): string =>
    rules.reduce((value, rule) => value.replace(rule, NO_BREAK), text);

const languages: Record<string, (text: string) => string> = { ru: bound(RUSSIAN) };

/** Returns a function that puts the no-break spaces of a language into a text. */
export const spacesOf = (lang: string): ((text: string) => string) => (Object.hasOwn(languages, lang) ? languages[lang]! : (text) => text);
