/** The beginning of a text, whole sentences where that can be. */

/** What ends with a full stop and no sentence with it. */
const SHORT =
  /(?:^|[\s(«“"])(?:\p{L}|[Aa]rts?|[Pp]aras?|sub-paras?|secs?|nos?|cf|vs|pp|eds?|approx|Mr|Ms|Dr|St|Inc|Ltd|Co|Corp|e\.g|i\.e|ст|пп|абз|гл|гг|др|[Сс]м|[Сс]р|напр|т\. ?[дпе])\.$/u;
const END = /(?<=[.!?…]["”’»)\]]*)\s+(?=["“‘«(]?[\p{Lu}\d])/u;

/** Divide a text into sentences. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  // Where a citation stood after a quotation, its full stop is left over.
  const whole = text.replace(/\s+/g, ' ').replace(/([.!?…]["”’»])\./g, '$1');
  for (const part of whole.trim().split(END)) {
    const last = sentences.at(-1);
    if (last !== undefined && SHORT.test(last)) sentences[sentences.length - 1] = `${last} ${part}`;
    else if (part) sentences.push(part);
  }
  return sentences;
}

/** Take whole sentences from the beginning: as many as fit into `most` signs, and one at least. */
export function beginning(text: string, most: number): string {
  const [first = '', ...rest] = sentencesOf(text);
  let taken = first;
  for (const sentence of rest) {
    if (taken.length + 1 + sentence.length > most) break;
    taken += ` ${sentence}`;
  }
  return taken;
}

/** Take the first sentence, and when it says little, the next. */
export function opening(text: string, least: number): string {
  const [first = '', next] = sentencesOf(text);
  return first.length >= least || next === undefined ? first : `${first} ${next}`;
}

/** Cut a text at a word, with an ellipsis, when it is longer than `most` signs. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most).replace(/\s+\S*$/u, '');
  return `${kept.replace(/[\s.,;:–—-]+$/u, '')}…`;
}
