/** Similar words by edit distance. */

/** Returns the name of the dictionary file for the first letter of a word. */
export const initialBucket = (word: string): string => (word.codePointAt(0) ?? 0).toString(36);

/** Returns the name of the dictionary file for the script and the length of a word. */
export function lengthBucket(word: string, longer = 0): string {
  const script = /[а-я]/.test(word) ? 'c' : 'l';
  const length = word.length + longer;
  return script + (length < 6 ? 1 : length < 8 ? 2 : length < 10 ? 3 : length < 13 ? 4 : 5);
}

/** Returns the names of the dictionary files with words up to two letters longer or shorter. */
export const lengthBucketsNear = (word: string): string[] => [
  ...new Set([-maxEdits(word), 0, maxEdits(word)].map((longer) => lengthBucket(word, longer))),
];

/** The maximum number of edits for a word of a length. */
export const maxEdits = ({ length }: { length: number }): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * Returns the Damerau distance of two words (F. J. Damerau, 1964): insertions, deletions, substitutions and transpositions. Above `most` it
 * returns `most + 1`.
 */
export function damerau(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Returns the letters of a word as bits. Letters of the two scripts share bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest; rest &= rest - 1) count += 1;
  return count;
}

/** Returns the known words with the fewest edits; among equals, those with the same first letter, then the more frequent. */
export function nearestWords(word: string, known: ReadonlyMap<string, string>, most = maxEdits(word)): string[] {
  const found: { word: string; away: number }[] = [];
  const own = lettersOf(word);
  for (const [candidate, times] of known) {
    // An edit changes at most two of the letters of a word.
    if (Math.abs(candidate.length - word.length) > most || bits(own ^ lettersOf(candidate)) > 2 * most) continue;
    const count = damerau(word, candidate, most);
    if (count <= most && count > 0)
      found.push({
        word: candidate,
        away: count + (candidate[0] === word[0] ? 0 : 0.7) + (candidate.at(-1) === word.at(-1) ? 0 : 0.2) - Number(times) / 20,
      });
  }
  return found
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map((one) => one.word);
}
