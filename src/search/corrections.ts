/** Words that were not finished, and words that were misspelt: the known ones that are probably meant. */
import type { IndexReader } from './index-reader.ts';
import { bandsNear, nearestWords, shelfOf } from './likeness.ts';
import { stem } from './terms.ts';
import { transliterations } from './transliteration.ts';

/** Endings that a stem lacks, of which some letters may have been typed. */
const ENDINGS = 'ions ational atively alities ities ingly edly ers ors ments nesses ables ibly ally ively ences ances'.split(' ');

/** Find the term that what was typed goes beyond: “extracti” is `extract` on the way to “extraction”. */
export async function begunStem(reader: IndexReader, typed: string): Promise<string | undefined> {
  for (let length = typed.length - 1; length > Math.max(3, typed.length - 6); length -= 1) {
    if (!ENDINGS.some((ending) => ending.startsWith(typed.slice(length)))) continue;
    const key = typed.slice(0, length);
    if ((await reader.postings(key)).length > 0) return key;
  }
  return undefined;
}

/** Find the term of the most frequent known word that begins as what was typed. */
export async function begunWord(reader: IndexReader, typed: string): Promise<string | undefined> {
  const known = [...(await reader.words([shelfOf(typed)]))].filter(([word]) => word.startsWith(typed) && word.length - typed.length < 5);
  const [most] = known.sort((a, b) => Number(b[1]) - Number(a[1]));
  return most && stem(most[0]);
}

/** Find the known word that was probably meant, among those with its first letter: as it is typed, and as the other script would write it. */
export async function correctNear(reader: IndexReader, typed: string): Promise<string | undefined> {
  const [own] = nearestWords(typed, await reader.words([shelfOf(typed)]));
  if (own) return own;
  for (const spelt of transliterations(typed)) {
    const known = await reader.words([shelfOf(spelt)]);
    if (known.has(spelt)) return spelt;
    const [nearest] = spelt.length > 6 ? nearestWords(spelt, known, 1) : [];
    if (nearest) return nearest;
  }
  return undefined;
}

/** Find it among all words of its length. */
export async function correctFar(reader: IndexReader, typed: string): Promise<string | undefined> {
  return nearestWords(typed, await reader.words(bandsNear(typed)))[0];
}
