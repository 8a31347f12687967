/** The no-break spaces that the typography of a language requires. */

const NO_BREAK = '\u00a0';

/** Each matches spaces that are replaced by a no-break space. The lookbehind is last, because it is slow at every letter. */
const RUSSIAN: readonly RegExp[] = [
  // Before a dash, and after a preposition or a conjunction of one letter.
  /\s+(?=—)/gu,
  /\s+(?=\S)(?<=(?:^|[\s(«„—])[ВвКкОоСсУуИиАаЯя]\s+)/gu,
  // Before a particle.
  /\s+(?=(?:же|ли|бы|б|ж)(?!\p{L}))(?<=\p{L}\s+)/gu,
  // Between an abbreviation or the name of a part and its number: «Ст. 12», «№ 25-П», «раздел 13», «статья 12».
  /\s+(?=\d)(?<=(?<!\p{L})(?:Ст|П|Пп|Подп|Абз|Гл|Прим|Разд|Рис|Табл)\.\s+)/gu,
  /\s+(?=[\p{L}\d])(?<=№\s+)/gu,
  /\s+(?=\d|\([a-z]\))(?<=(?<!\p{L})(?:стать|част|глав|раздел|пункт|подпункт|абзац|примечани|приложени|верси|ответ|вопрос|допущени|контекст)\p{L}{0,3}\s+)/giu,
  // In a number, before its unit, and in a date.
  /\s+(?=\d{3}(?!\d))(?<=\d\s+)/gu,
  /\s+(?=(?:%|‰|°|тыс|млн|млрд|руб|долл|коп|год|лет|г\.|гг\.|в\.|вв\.|с\.|[КМГТ]Б))(?<=\d\s+)/gu,
  /\s+(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря))(?<=(?<!\d)\d{1,2}\s+)/gu,
  // Initials, and abbreviations of several words: «А. С. Пушкин», «т. е.».
  /\s+(?=\p{Lu}(?:\.|\p{Ll}))(?<=(?<!\p{L})\p{Lu}\.\s+)/gu,
  /\s+(?=[едпк]\.)(?<=(?<!\p{L})т\.\s+)/gu,
  /\s+(?=РФ(?!\p{L}))(?<=\p{Lu}{2}\s+)/gu,
];

const bound =
  (rules: readonly RegExp[]) =>
  (text: string): string =>
    rules.reduce((value, rule) => value.replace(rule, NO_BREAK), text);

const languages: Record<string, (text: string) => string> = { ru: bound(RUSSIAN) };

/** Returns a function that puts the no-break spaces of a language into a text. */
export const spacesOf = (lang: string): ((text: string) => string) => (Object.hasOwn(languages, lang) ? languages[lang]! : (text) => text);
