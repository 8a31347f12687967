/** Completes unfinished words and corrects misspelled ones, from the known words of the base. */
import { stem } from './analyzer.ts';
import { initialBucket, lengthBucketsNear, maxEdits, nearestWords } from './edit-distance.ts';
import type { IndexReader } from './index-reader.ts';
import { bucketsOfSound, soundingLike } from './sounds.ts';
import { rootRussian } from './stem-russian.ts';
import { transliterations } from './transliteration.ts';

/** Endings that stems lack. The typed text can contain a part of one. */
const ENDINGS = 'ions ational atively alities ities ingly edly ers ors ments nesses ables ibly ally ively ences ances'.split(' ');

/** Returns the stem of a word with an unfinished ending: “collecti” gives `collect`. */
export async function completeStem(reader: IndexReader, typed: string): Promise<string | undefined> {
  for (let length = typed.length - 1; length > Math.max(3, typed.length - 6); length -= 1) {
    if (!ENDINGS.some((ending) => ending.startsWith(typed.slice(length)))) continue;
    const key = typed.slice(0, length);
    if ((await reader.hits(key)).length > 0) return key;
  }
  return undefined;
}

/** Suffixes with which Russian makes adjectives and nouns of other words, in stems: музыкальн(ый), нейросетев(ой), лицензион(ный). */
const SUFFIXES = 'альн ическ ственн тельн ионн ион енн ист ник щик чик ну ов ев ск н к'.split(' ');

/** A longer word with one edit is taken for a typo before it is taken for a Latin name. */
const SURE = 8;

/** Prefixes that make a verb perfective: смержить, спарсить, задеплоить, отквантовать. */
const PREFIXES = 'пере про под при рас раз вы до за из на об от по со с у'.split(' ');

/** Returns the stem of the word from which an unknown Russian word is made. */
export async function derivedFrom(reader: IndexReader, key: string): Promise<string | undefined> {
  const suffixed = SUFFIXES.filter((suffix) => key.endsWith(suffix)).map((suffix) => rootRussian(key.slice(0, -suffix.length)));
  const prefixed = PREFIXES.filter((prefix) => key.startsWith(prefix)).map((prefix) => rootRussian(key.slice(prefix.length)));
  const bases = [...new Set([...suffixed, ...prefixed])].filter((base) => base.length > 3 && base !== key);
  for (const base of bases) if ((await reader.hits(base)).length > 0) return base;
  return undefined;
}

/** Returns the stem of the most frequent known word with the typed prefix. */
export async function completeWord(reader: IndexReader, typed: string): Promise<string | undefined> {
  const known = [...(await reader.words([initialBucket(typed)]))].filter(([word]) => word.startsWith(typed) && word.length - typed.length < 5);
  const [most] = known.sort((a, b) => Number(b[1]) - Number(a[1]));
  return most && stem(most[0]);
}

/**
 * Returns the most similar known word with the same first letter, in the typed script, else in the other. A Latin name that sounds like the typed
 * word comes before a word with two edits.
 */
export async function suggestSameInitial(reader: IndexReader, typed: string): Promise<string | undefined> {
  const known = await reader.words([initialBucket(typed)]);
  // Elsewhere a word in Cyrillic is looked up in the Russian index.
  const buckets = typed.length > 3 && reader.manifest.language === 'ru' ? bucketsOfSound(typed) : [];
  const foreign = buckets.length > 0 ? await reader.words(buckets) : new Map<string, string>();
  const forms = [typed, stem(typed)];
  const [near] = nearestWords(typed, known, Math.min(1, maxEdits(typed)));
  // One edit of a long word is a typo: «адаптацыя» is not “adapt”.
  const typo = typed.length > SURE ? near : undefined;
  const own = typo ?? soundingLike(forms, foreign, true) ?? near ?? soundingLike(forms, foreign) ?? nearestWords(typed, known)[0];
  if (own) return own;
  for (const spelled of transliterations(typed)) {
    const known = await reader.words([initialBucket(spelled)]);
    if (known.has(spelled)) return spelled;
    const [nearest] = spelled.length > 6 ? nearestWords(spelled, known, 1) : [];
    if (nearest) return nearest;
  }
  return undefined;
}

/** A part of two words that were typed as one has at least this many letters. The dictionary has no shorter words. */
const LEAST_PART = 4;

/** Returns the two words that a word consists of, if they follow each other in a text: “seedbank” gives `seed bank`. */
export async function splitWord(reader: IndexReader, typed: string): Promise<string | undefined> {
  if (typed.length < 2 * LEAST_PART) return undefined;
  const known = await reader.words([initialBucket(typed)]);
  for (let length = LEAST_PART; length <= typed.length - LEAST_PART; length += 1) {
    const words = [typed.slice(0, length), typed.slice(length)];
    if (known.has(words[0]!) && (await reader.phraseHolders(words.map(stem))).size > 0) return words.join(' ');
  }
  return undefined;
}

/** Returns the most similar known word of about the same length. */
export async function suggestAnyInitial(reader: IndexReader, typed: string): Promise<string | undefined> {
  return nearestWords(typed, await reader.words(lengthBucketsNear(typed)))[0];
}
