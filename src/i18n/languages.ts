/** Names, scripts and directions of languages, by Intl. */

/** Intl is slow, and a build needs some names on each page, and the script of each text. */
const names = new Map<string, string>();
const scripts = new Map<string, string>();

/** Returns the name of a language in another language: `languageName('ru', 'en')` is “Russian”. */
export function languageName(lang: string, inLang: string): string {
  const key = `${lang} ${inLang}`;
  const name = names.get(key) ?? new Intl.DisplayNames([inLang], { type: 'language' }).of(lang) ?? lang;
  names.set(key, name);
  return name;
}

/** The script of a language (ISO 15924): `Latn`, `Cyrl`. */
function scriptOf(lang: string): string {
  const script = scripts.get(lang) ?? new Intl.Locale(lang).maximize().script ?? 'Latn';
  scripts.set(lang, script);
  return script;
}

export const isCyrillic = (lang: string): boolean => scriptOf(lang) === 'Cyrl';

const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction of a text. */
export const directionOf = (lang: string): 'rtl' | 'ltr' => (RIGHT_TO_LEFT.has(scriptOf(lang)) ? 'rtl' : 'ltr');

/** The Unicode scripts of an ISO 15924 code, if their names differ from the code. */
const UNICODE: Record<string, readonly string[]> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
};

/** A run of a text; `lang` where its script is that of another language. */
export interface Run {
  text: string;
  lang?: string;
}

/** Matches a character outside of the blocks of Latin letters, punctuation and symbols. Most texts have none, and the classes of scripts are slow. */
const BEYOND_LATIN = /[^\0-\u036F\u1E00-\u1EFF\u2000-\u2BFF]/;

/** Splits a text in one language into runs, so that words in the script of another of `languages` get that language. */
export function runsOf(text: string, lang: string, languages: readonly string[]): Run[] {
  let runs: Run[] = [{ text }];
  if (scriptOf(lang) === 'Latn' && !BEYOND_LATIN.test(text)) return runs;
  for (const [expression, other] of foreignRuns(lang, languages))
    runs = runs.flatMap((run) => (run.lang === undefined ? split(run.text, expression, other) : [run]));
  return runs;
}

/** A faster test for texts without Latin letters. */
const LATIN_LETTER = /[A-Za-z\u00AA-\u024F\u1E00-\u1EFF]/;
/** A word in Latin letters. */
const LATIN_WORD = String.raw`\p{Script=Latin}[\p{Script=Latin}\p{M}\d’'‘-]*`;
const LATIN_RUN = new RegExp(`${LATIN_WORD}(?:[\\s\\d.,:;/&()“”‘’"'–—?!-]+${LATIN_WORD})*[.?!]?`, 'gu');

/**
 * Splits a text in a language with another script into runs, so that phrases in Latin letters get the language. A single word does not, because most
 * are names or abbreviations, unless the word is quoted and in lower case. `whole` is whether the text is the whole content of its element.
 */
export function latinRunsOf(text: string, lang: string, languages: readonly string[], whole: boolean): Run[] {
  const latin = scriptOf(lang) === 'Latn' ? undefined : languages.find((one) => scriptOf(one) === 'Latn');
  if (!latin || !LATIN_LETTER.test(text)) return [{ text }];
  return split(text, LATIN_RUN, latin, ({ 0: run, index }) => {
    const words = run.match(/\p{Script=Latin}+/gu)!;
    const isQuoted = /[«(„]$/.test(text.slice(0, index)) && /^[»)“]/.test(text.slice(index + run.length));
    const hasSmall = words.some((word) => /^\p{Ll}/u.test(word));
    if (/^(?:https?:|www\.)|^\S+\.\S+\/|_/.test(run)) return false;
    if (isQuoted) return hasSmall || /\s/.test(run);
    return /\s/.test(run) && (hasSmall || (whole && run === text.trim()));
  });
}

function split(text: string, expression: RegExp, lang: string, isWanted: (match: RegExpExecArray) => boolean = () => true): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const match of text.matchAll(expression)) {
    if (!isWanted(match)) continue;
    if (match.index > end) runs.push({ text: text.slice(end, match.index) });
    runs.push({ text: match[0], lang });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end) });
  return runs;
}

/** The expressions of `foreignRuns` so far, because each text of a page needs them. */
const knownRuns = new Map<string, readonly [RegExp, string][]>();

/** Returns an expression for the words in each script of the other languages, with the first language that uses the script. */
function foreignRuns(lang: string, languages: readonly string[]): readonly [RegExp, string][] {
  const key = `${lang} ${languages.join(' ')}`;
  const found = knownRuns.get(key) ?? [...foreignScripts(lang, languages)].map(([script, other]): [RegExp, string] => [expressionFor(script), other]);
  knownRuns.set(key, found);
  return found;
}

/** Returns the scripts of the other languages, each with the first language that uses the script. */
function foreignScripts(lang: string, languages: readonly string[]): Map<string, string> {
  const scripts = new Map<string, string>();
  for (const other of languages) if (scriptOf(other) !== scriptOf(lang) && !scripts.has(scriptOf(other))) scripts.set(scriptOf(other), other);
  // Latin letters occur in every language: in names, formulas and code.
  scripts.delete('Latn');
  return scripts;
}

/** Returns an expression for consecutive words in a script, with the characters between them. */
function expressionFor(script: string): RegExp {
  const letters = (UNICODE[script] ?? [script]).map((name) => `\\p{Script_Extensions=${name}}`).join('');
  const word = `[${letters}][${letters}\\p{M}]*`;
  return new RegExp(`${word}(?:[\\s\\d.,:;«»“”"()№–—/-]+${word})*\\.?`, 'gu');
}
