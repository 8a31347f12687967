import { isPrint } from './print.ts';
import type { Entry, Key, Ledger } from './ledger.ts';
import type { LedgerFault } from './words.ts';

/** The last line, so that every other ends in a comma and a new one changes no line but its own. */
const FOOT = '"~": "One line an address; npm run permalinks writes it, and nobody else."';

const FIELDS: readonly (keyof Entry)[] = ['kind', 'first', 'changed', 'retired', 'to', 'was', 'from', 'order', 'print'];

/** Write a ledger as JSON, one line an address. */
export function linesOf(ledger: Ledger): string {
  const lines = [...ledger].map(([key, entry]) => `${JSON.stringify(key)}: ${JSON.stringify(entry, FIELDS as string[])},`);
  return ['{', ...lines, FOOT, '}', ''].join('\n');
}

/**
 * Read a ledger, line by line, whatever a merge left of it. Lines that stand there twice are joined; the marks of a conflict are told
 * of as faults, and passed over.
 */
export function readLines(text: string): { ledger: Ledger; faults: LedgerFault[] } {
  const ledger = new Map<Key, Entry>();
  const faults: LedgerFault[] = [];
  let line = 0;
  for (const raw of text.split('\n')) {
    line += 1;
    const one = raw.trimEnd();
    if (one === '' || one === '{' || one === '}' || one.startsWith('"~"')) continue;
    const read = readLine(one);
    if (!read) {
      faults.push({ kind: 'broken-ledger', facts: { text: one.slice(0, 60) }, line });
      continue;
    }
    const known = ledger.get(read.key);
    ledger.set(read.key, known ? join(known, read.entry) : read.entry);
  }
  return { ledger, faults };
}

/** Tell whether a line that is none of the ledger is a mark that a merge left. */
export const isConflictMark = ({ facts }: LedgerFault): boolean => 'text' in facts && /^(?:<{7}|={7}|>{7}|\|{7})/.test(facts.text);

const LINE = /^("[^"\\]+\/[^"\\]+"): (\{.*\}),?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function readLine(line: string): { key: Key; entry: Entry } | undefined {
  const [, key, value] = LINE.exec(line) ?? [];
  if (!key || !value) return undefined;
  try {
    const entry = JSON.parse(value) as Entry;
    const sound =
      typeof entry.kind === 'string' &&
      DAY.test(entry.first) &&
      (isPrint(entry.print) || entry.print === '') &&
      (entry.to === undefined) === (entry.retired === undefined);
    return sound ? { key: key.slice(1, -1), entry } : undefined;
  } catch {
    return undefined;
  }
}

/** Of two branches' lines for one address: the one published first, then the one last touched; a retirement comes before a change. The next update sets right what was wrong. */
function join(a: Entry, b: Entry): Entry {
  const rank = ({ first, changed = '', retired = '', print }: Entry): string[] => [
    invert(first),
    retired > changed ? retired : changed,
    retired,
    print,
  ];
  const [one, other] = [rank(a), rank(b)];
  for (const [at, value] of one.entries()) if (value !== other[at]) return value > other[at]! ? a : b;
  return (a.order ?? '') > (b.order ?? '') ? a : b;
}

/** Turn a date about, so that the earlier is the greater. */
const invert = (date: string): string => date.replace(/\d/g, (digit) => String(9 - Number(digit)));

/** Put a ledger in the order of its file: a page, then its parts, numbers as numbers. */
export function sorted(ledger: Ledger): Ledger {
  const place = (key: Key): string => key.replaceAll('.', ' ').replace(/ (\d+)$/, (_all, number: string) => ` ${number.padStart(6, '0')}`);
  const rows = [...ledger].map(([key, entry]) => ({ key, entry, place: place(key) }));
  rows.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
  return new Map(rows.map(({ key, entry }) => [key, entry]));
}
