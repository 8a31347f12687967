/** A text, split where it differs from another. */
export interface Split {
  start: string;
  middle: string;
  end: string;
}

/** Splits two texts into their common beginning, the different part, and their common end, at whole words. */
export function difference(before: string, after: string): [before: Split, after: Split] {
  const [one, two] = [before, after].map((text) => text.split(/(?<=\s)/));
  const shorter = Math.min(one!.length, two!.length);
  let start = 0;
  while (start < shorter && one![start] === two![start]) start += 1;
  let end = 0;
  while (end < shorter - start && one!.at(-1 - end)!.trim() === two!.at(-1 - end)!.trim()) end += 1;
  const split = (words: readonly string[]): Split => ({
    start: words.slice(0, start).join(''),
    middle: words.slice(start, words.length - end).join(''),
    end: words.slice(words.length - end).join(''),
  });
  return [split(one!), split(two!)];
}
