/** How the index is written: postings as printable figures, keys that share their beginnings, in files that are cut by the alphabet. */

/** Where a term stands in a record besides the body, as bits. */
export const FIELD = { title: 1, name: 2, context: 4, cited: 8, tail: 16, lead: 32 } as const;

/** One record in which a term stands: the fields, and its places in the body. */
export interface Posting {
  record: number;
  fields: number;
  places: number[];
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUE = new Map([...SIGNS].map((sign, at) => [sign, at]));

/** Write a number from 0, five bits a sign. */
export function writeNumber(number: number): string {
  let text = '';
  let rest = number;
  while (rest > 31) {
    text += SIGNS[32 + (rest & 31)];
    rest >>>= 5;
  }
  return text + SIGNS[rest];
}

/** Read the numbers of a text. */
export function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (const sign of text) {
    const value = VALUE.get(sign) ?? 0;
    number |= (value & 31) << shift;
    if (value > 31) shift += 5;
    else {
      numbers.push(number);
      number = shift = 0;
    }
  }
  return numbers;
}

/** Write the postings of a term, in the order of the records. */
export function writePostings(postings: readonly Posting[]): string {
  let before = 0;
  const numbers = postings.flatMap(({ record, fields, places }) => {
    const step = record - before;
    before = record;
    return [step, fields | (places.length << 6), ...places.map((place, at) => place - (places[at - 1] ?? 0))];
  });
  return numbers.map(writeNumber).join('');
}

/** Read the postings of a term. */
export function readPostings(text: string): Posting[] {
  const numbers = readNumbers(text);
  const postings: Posting[] = [];
  let record = 0;
  for (let at = 0; at < numbers.length;) {
    record += numbers[at]!;
    const head = numbers[at + 1]!;
    const count = head >>> 6;
    const places: number[] = [];
    let place = 0;
    for (let next = at + 2; next < at + 2 + count; next += 1) places.push((place += numbers[next]!));
    postings.push({ record, fields: head & 63, places });
    at += 2 + count;
  }
  return postings;
}

/** Write keys with their values, sorted, each key without the beginning that it shares with the one before. */
export function writeTable(rows: readonly (readonly [key: string, value: string])[]): string {
  let before = '';
  return rows
    .map(([key, value]) => {
      let shared = 0;
      while (shared < 63 && shared < key.length && key[shared] === before[shared]) shared += 1;
      before = key;
      return `${SIGNS[shared]}${key.slice(shared)}\t${value}`;
    })
    .join('\n');
}

/** Read keys with their values. */
export function readTable(text: string): Map<string, string> {
  const table = new Map<string, string>();
  let before = '';
  for (const line of text ? text.split('\n') : []) {
    const tab = line.indexOf('\t');
    before = before.slice(0, VALUE.get(line[0]!) ?? 0) + line.slice(1, tab);
    table.set(before, line.slice(tab + 1));
  }
  return table;
}
