/** Words that are nearly the one that was typed. */

/** Name the file of known words that begin as a word does. */
export const initialBucket = (word: string): string => (word.codePointAt(0) ?? 0).toString(36);

/** Name the file of known words about as long as a word, in its script. */
export function lengthBucket(word: string, longer = 0): string {
  const script = /[а-я]/.test(word) ? 'c' : 'l';
  const length = word.length + longer;
  return script + (length < 6 ? 1 : length < 8 ? 2 : length < 10 ? 3 : length < 13 ? 4 : 5);
}

/** Name the files in which words lie that are up to two letters longer or shorter. */
export const lengthBucketsNear = (word: string): string[] => [
  ...new Set([-maxEdits(word), 0, maxEdits(word)].map((longer) => lengthBucket(word, longer))),
];

/** How many slips a word of this length may hold. */
export const maxEdits = ({ length }: { length: number }): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * Count the letters put in, left out, changed or swapped with their neighbour between two words (F. J. Damerau, 1964), up to `most`; more is `most + 1`.
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

/** The letters of a word as bits; letters of the two scripts share them. */
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

/** Find the known words that are nearest to a word: fewest slips, the same first letter, then the more frequent. */
export function nearestWords(word: string, known: ReadonlyMap<string, string>, most = maxEdits(word)): string[] {
  const found: { word: string; away: number }[] = [];
  const own = lettersOf(word);
  for (const [candidate, times] of known) {
    // A slip changes at most two of the letters that stand in a word.
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
