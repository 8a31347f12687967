import { analyze, type Term } from '../search/analyzer.ts';
import { nameTerm, wholeWord } from '../search/pagefind-words.ts';
import { phraseKey } from '../search/query-tokens.ts';
import type { SearchPage, SearchRecord } from './search-record.ts';

/** The Pagefind record of a search record: its text, and metadata fields with weights (`RANKING` in `search/ranking-weights.ts`). */
export interface PagefindRecord {
  content: string;
  meta: Record<string, string>;
}

const WORDS = new Set<Term['role']>(['word', 'reference']);
/** Other terms of a word: a compound as one word, the digits of a number in words. */
const VARIANTS = new Set<Term['role']>(['whole', 'figure']);
const SUFFIXES = new Set<Term['role']>(['suffix']);

/** Separates two texts, so that no phrase matches across them. */
export const GAP = ' · ';

/** Values that many records share, so they hardly distinguish records. */
export interface CommonWords {
  /** Titles that do not name a record (“Doubts”). */
  titles: ReadonlySet<string>;
  /** Terms of cited works (“Handbook, part”), whose record lists would be long. */
  cited: ReadonlySet<string>;
}

/** A title on more pages than this, such as “Doubts”, does not count as a name. */
const MOST_ALIKE = 3;
/** A word of cited works does not count if more than this share of the records cite works with it. */
const MOST_CITING = 0.1;

/** Returns the common values of the records of some pages. */
export function commonWords(pages: readonly SearchPage[]): CommonWords {
  const records = pages.flatMap((page) => page.records);
  const keys = new Map<string, string[]>();
  const keysIn = (label: string): string[] =>
    keys.get(label) ??
    keys
      .set(
        label,
        analyze(label).map(({ key }) => key),
      )
      .get(label)!;
  return {
    titles: moreThan(MOST_ALIKE, countHolders(pages.map((page) => page.records.map(({ title }) => title)))),
    cited: moreThan(records.length * MOST_CITING, countHolders(records.map(({ cited }) => cited.flatMap(keysIn)))),
  };
}

/** Returns the number of the lists that contain each value. */
export function countHolders(lists: Iterable<Iterable<string>>): Map<string, number> {
  const holders = new Map<string, number>();
  for (const list of lists) for (const value of new Set(list)) holders.set(value, (holders.get(value) ?? 0) + 1);
  return holders;
}

/** Returns the values with more than a number of holders, those with the fewest first. */
export const moreThan = (most: number, holders: ReadonlyMap<string, number>): Set<string> =>
  new Set([...holders].sort((a, b) => a[1] - b[1]).flatMap(([value, count]) => (count > most ? [value] : [])));

/** Turns a record into words of Pagefind. */
export function pagefindRecord({ id, title, names, context, asked = [], cited, blocks }: SearchRecord, common: CommonWords): PagefindRecord {
  const isCommon = common.titles.has(title);
  const read = (texts: readonly string[]): Term[] => texts.flatMap((text) => analyze(text));
  const titles = analyze(title);
  const called = names.map((name) => analyze(name));
  const around = read([...context, id.replaceAll('-', ' '), ...(isCommon ? [title] : [])]);
  const works = read(cited).filter(({ key }) => !common.cited.has(key));
  const texts = blocks.map(({ text }) => analyze(text));
  const named = called.flat();
  const said = texts.flat();
  // Only the words of a question that the record lacks are added; the others would count twice.
  const own = new Set((asked.length > 0 ? [...titles, ...named, ...said] : []).map(({ key }) => key));
  const fields = {
    title: isCommon ? '' : inOrder([titles]),
    names: inOrder(called),
    context: once(keysOf(around, WORDS, VARIANTS)),
    asked: once(keysOf(read(asked), WORDS, VARIANTS).filter((key) => !own.has(key))),
    cited: once(keysOf(works, WORDS, VARIANTS)),
    suffixes: once(keysOf([...titles, ...named, ...around, ...works, ...said], SUFFIXES)),
    also: once(keysOf(said, VARIANTS)),
    wholeNames: once([title, ...names].flatMap((name) => phraseKey(name) || []).map(nameTerm)),
  };
  const content = texts.map((terms) => write(keysOf(terms, WORDS))).filter(Boolean);
  return { content: content.join(GAP), meta: Object.fromEntries(Object.entries(fields).filter(([, text]) => text)) };
}

/** Writes title and names with the words in order, so that phrases match in them (`PHRASE_FIELDS` of `search/index-reader.ts`). */
function inOrder(texts: readonly Term[][]): string {
  const variants = once(keysOf(texts.flat(), VARIANTS));
  return [...new Set([...texts.map((terms) => write(keysOf(terms, WORDS))), variants])].filter(Boolean).join(GAP);
}

/** Writes the terms of the other fields, each once. */
const once = (keys: readonly string[]): string => write([...new Set(keys)]);

function keysOf(terms: readonly Term[], ...groups: ReadonlySet<Term['role']>[]): string[] {
  const keys: string[] = [];
  for (const roles of groups) for (const { key, role } of terms) if (roles.has(role)) keys.push(key);
  return keys;
}

const write = (keys: readonly string[]): string => keys.map(wholeWord).join(' ');
