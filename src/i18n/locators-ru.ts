/** Locators of citations in Russian: `para. 1, indent 2` is «п. 1, абз. 2»; where paragraphs have no numbers, `para. 1` is «абз. 1». */
import { dateIn } from './format.ts';

/** The Russian words by the English one: for one place, and for several places. */
const PARTS: Record<string, readonly [one: string, many: string]> = {
  'para.': ['п.', 'п.'],
  'sub-para.': ['подп.', 'подп.'],
  indent: ['абз.', 'абз.'],
  'art.': ['ст.', 'ст.'],
  'ch.': ['гл.', 'гл.'],
  'vol.': ['т.', 'т.'],
  'p.': ['с.', 'с.'],
  section: ['раздел', 'разделы'],
  point: ['п.', 'п.'],
  note: ['прим.', 'прим.'],
  answer: ['ответ', 'ответы'],
  question: ['вопрос', 'вопросы'],
  assumption: ['допущение', 'допущения'],
  context: ['контекст', 'контексты'],
  appendix: ['приложение', 'приложения'],
  recital: ['преамбула, п.', 'преамбула, п.'],
  table: ['табл.', 'табл.'],
  figure: ['рис.', 'рис.'],
  line: ['строка', 'строки'],
  book: ['кн.', 'кн.'],
  clause: ['п.', 'п.'],
  column: ['столбец', 'столбцы'],
  comment: ['комментарий', 'комментарии'],
  entry: ['запись', 'записи'],
  footnote: ['сноска', 'сноски'],
  issue: ['вып.', 'вып.'],
  part: ['ч.', 'ч.'],
  post: ['сообщение', 'сообщения'],
  rule: ['правило', 'правила'],
  slide: ['слайд', 'слайды'],
  step: ['шаг', 'шаги'],
};

const PLURALS: Record<string, string> = {
  'paras.': 'para.',
  'sub-paras.': 'sub-para.',
  'arts.': 'art.',
  'pp.': 'p.',
  'chs.': 'ch.',
  appendices: 'appendix',
  entries: 'entry',
  'vols.': 'vol.',
};

/** The English labels of places with a number. */
export const LABELS = Object.keys(PARTS);

/** Returns the label for one place: `section` for `sections`. Returns undefined for an unknown label. */
export function labelOf(word: string): string | undefined {
  const one = (Object.hasOwn(PLURALS, word) ? PLURALS[word]! : undefined) ?? (Object.hasOwn(PARTS, word) ? word : word.replace(/s$/, ''));
  return Object.hasOwn(PARTS, one) ? one : undefined;
}

/** Parts without a number. */
const WORDS: Record<string, string> = {
  abstract: 'аннотация',
  afterword: 'послесловие',
  appendix: 'приложение',
  assumptions: 'допущения',
  conclusion: 'заключение',
  introduction: 'введение',
  'licence text': 'текст лицензии',
  'news item': 'новость',
  notice: 'уведомление',
  opening: 'вступление',
  'opening post': 'первое сообщение',
  'operative part': 'резолютивная часть',
  preamble: 'преамбула',
  'single paragraph': 'единственный пункт',
  summary: 'краткое изложение',
  thread: 'обсуждение',
  title: 'заголовок',
};

/** What separates the parts of a locator. */
export const SEPARATOR = /(,? and |, )/;

/** The pattern of a number. */
export const NUMBER = String.raw`(?:\d[\d.]*(?:\.[a-z](?:\.[ivx]+)?)?|[IVX]+|[A-Z])(?:\.(?:\d+|[a-z]))*(?:\((?:\d[\d.]*|[a-z])\))*|\((?:\d[\d.]*|[a-z])\)`;
const NUMBERS = new RegExp(`^(?:${NUMBER})(?:[-–](?:${NUMBER}))?$`);
const NUMBERED = new RegExp(`^([A-Za-z-]+\\.?) ((?:${NUMBER})(?:[-–](?:${NUMBER}))?)$`);
const DATED = /^(?:(message|opening post) of |([\w-]+, ))?(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const date = dateIn('ru');

/** Returns a locator in Russian, or undefined when a part of it is not known. `counted`: the paragraphs of the text have no numbers. */
export function russianLocator(locator: string, counted = false): string | undefined {
  const whole = dated(locator) ?? wordsFor(locator);
  if (whole) return whole;
  const parts = locator.split(SEPARATOR);
  const russian = parts.map((part, at) => (at % 2 ? (part.includes('and') ? ' и ' : ', ') : russianPart(part, counted)));
  return russian.includes(undefined) ? undefined : russian.join('');
}

function russianPart(part: string, counted: boolean): string | undefined {
  if (NUMBERS.test(part)) return part.replace(/-/g, '–');
  const [, word = '', number = ''] = NUMBERED.exec(part) ?? [];
  const one = labelOf(word);
  const names = one === undefined ? undefined : PARTS[counted && one === 'para.' ? 'indent' : one];
  if (!names) return dated(part) ?? wordsFor(part);
  // Item 9 of paragraph 2 of a statute is «п. 2, подп. 9»; a letter stays with the number of a paragraph that has one.
  const items = one === 'para.' ? number.replace(counted ? /^([\d.]+)(\([a-z]\))$/ : /^([\d.]+)\(([\d.]+)\)$/, '$1, подп. $2') : number;
  return `${names[one === word ? 0 : 1]} ${items.replace(/-/g, '–')}`;
}

const wordsFor = (text: string): string | undefined => (Object.hasOwn(WORDS, text) ? WORDS[text] : undefined);

function dated(text: string): string | undefined {
  const [, what, who = '', day, month = '', year] = DATED.exec(text) ?? [];
  if (!day || !MONTHS.includes(month)) return undefined;
  const said = date(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`).replace(/\s*г\.$/u, '');
  return what ? `${what === 'message' ? 'сообщение' : 'первое сообщение'} от ${said}` : who + said;
}
