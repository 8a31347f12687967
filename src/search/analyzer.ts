/** Analyzes a text into terms, in the same way for the index, for queries and for highlights. */
import { stemEnglish } from './stem-english.ts';
import { extendNumeral, isReference, valueOf } from './numerals.ts';
import { rootRussian, stemRussian } from './stem-russian.ts';

/** A term with the position of its word and its range in the text. */
export interface Term {
  key: string;
  at: number;
  from: number;
  to: number;
  /**
   * `word`: the word itself; `reference`: a word before the number of an article. The others are variants: `whole`, a compound as one word
   * (`roundtrip`); `suffix`, the end of an acronym (`html` in XHTML); `figure`, the digits of a number in words.
   */
  role: 'word' | 'reference' | 'whole' | 'suffix' | 'figure';
  /** The number of words that the term covers. */
  span: number;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[\u00AD\u200B-\u200D\u2060\uFEFF]+(?=[\p{L}\p{N}])|[.'’\u2010\u2011\-&_](?=[\p{L}\p{N}]))*|§/gu;
/** Soft hyphens and characters without width. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
/** The second part of a number: art. 1286¹ is art. 1286.1. */
const SUPERSCRIPT = /(?<=\d)[⁰¹²³⁴-⁹]+/g;
const GROUPED = /(?<![\p{L}\d.])\d{1,3}(?:[ \u00A0\u202F,']\d{3})+(?!\d)/gu;
const STOP = new Set(
  (
    'a an the and or of to in on at by for from with without as is are was were be been being it its this that these those which who whom whose what when ' +
    'where why how do does did can could would should shall will if into than then there their they them he she his her we our us you your i my me v vs ' +
    'has have had not no so such any some about also but only very just am may might must ' +
    'across all although among because both despite during each either especially etc even ever every hence here however itself maybe more most myself neither nor off ok once one ' +
    'ones onto ourselves out over per perhaps please quite rather same seem since themselves though through thus too toward towards under unless until upon usually via ' +
    'well whatever whether while whoever within yes yet yourself dont doesnt didnt cant cannot wont isnt im ive youre theyre thats whats ' +
    'и в во не на с со к ко у о об от до из за по под при для без над или а но же ли бы то что как этот эта эту тот та те его ее их он она оно они мы вы я ты тебя тебе ' +
    'где когда кто если чем так быть есть был была было были против чтобы сколько кому чей чья чье чьи чьей чьего почему зачем можно нельзя нужно надо должен должна должно должны ' +
    'будет будут буду будем может могут могу можем можете мог могли меня мне мной нас нам нами вас вам вами нее ней нем них ним ними него нему себя себе собой ' +
    'этого этой этом этому этих этим того той том тому тех тем чего чему кого только лишь даже куда откуда там тут здесь тоже также еще вот вообще просто перед между через ' +
    'про хочу хотим хочется весь все всех всем всеми всего всей всю нет нету ни никто никого никому ничего никак никогда именно поэтому однако очень например кроме либо пока ' +
    'почти сразу среди тогда хоть хотя собираюсь вместо особенно уж ну оч че пж пожалуйста вроде всегда значит конечно иногда да ' +
    'стать стал стала стало стали стану станет станут'
  ).split(' '),
);
/** Stems of Russian pronouns that have the endings of adjectives: какой, каких. */
const STOP_STEMS = new Set('эт как котор так тако мо тво сво наш ваш сам кажд люб никак'.split(' '));
/** “They’re”, “doesn’t”. */
const SHORTENED = /^(?:i|you|we|they)'\p{L}|n't$/u;

/** English, Russian and punctuation, which have no accents to remove. */
const PLAIN = /^[\n -~«»А-Яа-яЁё–—’“”„\u2010\u2011]*$/;

/** Folds a text: lower case, without accents, stress marks and invisible characters, ё as е, one hyphen and one apostrophe. */
export const fold = (text: string): string =>
  (PLAIN.test(text) ? text : withoutMarks(text))
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('’', "'")
    .replace(/[\u2010\u2011]/g, '-');

const withoutMarks = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(SUPERSCRIPT, (digits) => `.${digits}`)
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, '')
    .replace(/[\u0300\u0301]/g, '')
    .normalize('NFC');

/** Returns the stem of a folded word. */
export function stem(word: string): string {
  if (/[а-я]/.test(word)) return rootRussian(stemRussian(word));
  return /\d/.test(word) ? word : stemEnglish(word);
}

/** What depends on a folded word alone. */
interface WordFacts {
  stem: string;
  /** The value of a number word. */
  value: number | undefined;
  refers: boolean;
  isStop: boolean;
  isDigits: boolean;
  /** The letters and the figures of `gpt4` or `gplv3`. */
  versioned: [letters: string, figures: string] | undefined;
}

/** The facts of all words so far, cached because the same words occur again and again. */
const known = new Map<string, WordFacts>();

function factsOf(word: string): WordFacts {
  const found = known.get(word) ?? makeFacts(word);
  known.set(word, found);
  return found;
}

function makeFacts(word: string): WordFacts {
  const own = stem(word);
  const [, letters, figures] = /^(\p{L}{2,}?)v?(\d[\d.]*)$/u.exec(word) ?? [];
  return {
    stem: own,
    value: valueOf(word),
    refers: isReference(word),
    isStop: STOP.has(word) || SHORTENED.test(word) || (/^[а-я]{3,}$/.test(word) && STOP_STEMS.has(own)),
    isDigits: /^\d[\d.]*$/.test(word),
    versioned: letters === undefined ? undefined : [letters, figures!],
  };
}

/** Whether a folded word is a stop word, which is not indexed. */
export const isStop = (word: string): boolean => factsOf(word).isStop;

/** What depends on a word as it is written. */
interface WrittenWord {
  parts: readonly string[];
  /** Whether it begins with an acronym, or is one. */
  acronym: 'begins' | 'whole' | undefined;
}

/** All words so far, cached for the same reason. */
const written = new Map<string, WrittenWord>();

function writtenWord(word: string): WrittenWord {
  const found = written.get(word) ?? {
    parts: splitWord(fold(word).replace(/'s?$/, '')),
    acronym: /^[A-Z]{4,}$/.test(word) ? 'whole' : /^[A-Z]{4,}\b/.test(word) ? 'begins' : undefined,
  };
  written.set(word, found);
  return found;
}

/** Returns the terms of a text in order. `keepStops` keeps stop words, for a query that has no other words. */
export function analyze(text: string, keepStops = false): Term[] {
  // Grouped digits are one number. The length of the text stays the same.
  const plain = text.replace(GROUPED, (number) => number.replace(/\D/g, '_'));
  const found: Term[] = [];
  let at = 0;
  /** The number of following words that can be the number of an article. */
  let reference = 0;
  let number: { value: number; term: Term } | undefined;
  /** The end of the words that belong to the number of an article. */
  let counted = 0;
  for (const { 0: match, index } of plain.matchAll(WORD)) {
    const to = index + match.length;
    const raw = text.slice(index, to);
    const { parts, acronym } = writtenWord(match.includes('_') && /^[\d_]+$/.test(match) ? match.replaceAll('_', '') : raw);
    const first = at;
    for (const part of parts) {
      const here = { at, from: index, to, span: 1 };
      if (index < counted) continue;
      const article = part === 'прим' ? found.filter((term) => term.at === at - 1 && /^§?\d{4}$/.test(term.key)) : [];
      if (article.length > 0) {
        // «1286 прим 1» or «1286 прим», as lawyers call art. 1286.1.
        const [digit, added = '1'] = /^[\s.]*(\d)(?!\d)/.exec(plain.slice(to)) ?? [''];
        counted = to + digit.length;
        for (const term of article) Object.assign(term, { key: `${term.key}.${added}`, to: counted });
        continue;
      }
      const { stem: key, value: begun, refers: mayRefer, isStop: isStopWord, isDigits, versioned } = factsOf(part);
      if (isDigits) {
        const figure = part.replace(/(?:\.0)+$/, '');
        // A number in brackets is that of a paragraph: art. 12(2)(9).
        const isParagraph = /[\d)]\($/.test(plain.slice(0, index));
        if (reference > 0 && !isParagraph) found.push({ ...here, key: `§${figure}`, role: 'figure' });
        found.push({ ...here, key: figure, role: 'word' });
        const multiplier = /\d,$/.test(plain.slice(0, index)) ? undefined : followingMultiplier(plain, to);
        // The figure of the whole number comes first, so that a query has one word for “10 million”.
        if (multiplier) found.splice(-1, 0, { ...here, key: String(Number(figure) * multiplier.value), to: multiplier.to, role: 'figure', span: 2 });
      } else {
        const value = number ? extendNumeral(number.value, begun ?? Number.NaN) : undefined;
        if (number && value !== undefined && !Number.isNaN(value)) {
          number.value = value;
          Object.assign(number.term, { key: String(value), to, span: at - number.term.at + 1 });
        } else {
          number = begun === undefined ? undefined : { value: begun, term: { ...here, key: String(begun), role: 'figure' } };
          if (number && begun! > 1) found.push(number.term);
        }
        if (part !== '§' && (keepStops || !isStopWord)) {
          const next = parts[at - first + 1];
          const refers = mayRefer && (next === undefined ? /^[\s.]*\d/.test(plain.slice(to)) : /^\d/.test(next));
          found.push({ ...here, key, role: refers ? 'reference' : 'word' });
          if (versioned) {
            const [letters, figures] = versioned;
            found.push({ ...here, key: letters, role: 'suffix' }, { ...here, key: figures.replace(/(?:\.0)+$/, ''), role: 'suffix' });
          }
        }
        if (acronym === 'whole' || (acronym && parts.length > 1 && at === first)) found.push({ ...here, key: part.slice(1), role: 'suffix' });
      }
      reference = mayRefer ? 3 : isDigits || /^(?:and|или|и|to)$/.test(part) ? reference : Math.max(0, reference - 3);
      at += 1;
    }
    if (parts.length > 1) {
      const whole = parts.map((part) => part.replace(/(?:\.0)+$/, '')).join('');
      found.push({ key: stem(whole), at: first, from: index, to, role: 'whole', span: parts.length });
    }
  }
  return found;
}

/** Returns the thousand or million after a number in digits: “10 million”, «500 тыс.». */
function followingMultiplier(text: string, at: number): { value: number; to: number } | undefined {
  const [spaced, word = ''] = /^[ \u00A0\u202F](\p{L}+)/u.exec(text.slice(at, at + 16)) ?? [];
  const value = word && valueOf(fold(word));
  return value && value >= 1000 ? { value, to: at + spaced!.length } : undefined;
}

/**
 * Splits a compound: `iso-3.0` and `iso3.0` into `iso` and `3.0`, `5c` into `5` and `c`, `ст12` into `ст` and `12`, the number of a patent,
 * `us1234567b2`, into `us` and `1234567`. The number of an article that was added later, `1286-1`, is `1286.1`. A number with points is not split,
 * but the version is removed from the number of a preprint, `2403.06634v2`; the letters of `a.i.` are one word.
 */
function splitWord(word: string): string[] {
  if (/^\d+[a-z]$/.test(word)) return [word.slice(0, -1), word.slice(-1)];
  const [, russian, figures] = /^([а-я]{2,})(\d[\d.]*)$/.exec(word) ?? [];
  if (russian) return [russian, figures!];
  const [, office, patent] = /^([a-z]{2})(\d{5,})(?:[a-z]\d?)?$/.exec(word) ?? [];
  if (office) return [office, patent!];
  const [, article, added] = /^(\d{4})-(\d)$/.exec(word) ?? [];
  if (article) return [`${article}.${added!}`];
  const [, preprint] = /^(\d{4}\.\d{4,5})v\d+$/.exec(word) ?? [];
  if (preprint) return [preprint];
  if (!/[.\-&_]/.test(word)) return [word];
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) return [word.replaceAll('.', '')];
  const [, letters, version] = /^(\p{L}{2,}?)v?(\d+(?:\.\d+)+)$/u.exec(word) ?? [];
  if (letters) return [letters, version!];
  if (/^\d+(?:\.\d+)+$/.test(word)) return [word];
  return word.split(/(?<!\d)\.|\.(?!\d)|[-&_]/).filter(Boolean);
}
