import { analyze, type Term } from '../search/analyzer.ts';
import { nameTerm, wholeWord } from '../search/pagefind-words.ts';
import { phraseKey } from '../search/query-tokens.ts';
import type { SearchRecord } from './search-records.ts';

/** What Pagefind indexes of a record: its text, and fields of metadata that it weighs (`RANKING` in `search/ranking-weights.ts`). */
export interface PagefindRecord {
  content: string;
  meta: Record<string, string>;
}

const WORDS = new Set<Term['role']>(['word', 'reference']);
/** Further terms of a word: the whole of a compound, the digits of a number in words. */
const VARIANTS = new Set<Term['role']>(['whole', 'figure']);
const SUFFIXES = new Set<Term['role']>(['suffix']);

/** Between two blocks, so that no phrase reaches from one into the next. */
const GAP = ' · ';

/** Turns a record into words of Pagefind. A title that `isCommon` (“Doubts”) does not name the record. */
export function pagefindRecord({ id, title, names, context, cited, blocks }: SearchRecord, isCommon: boolean): PagefindRecord {
  const read = (texts: readonly string[]): Term[] => texts.flatMap((text) => analyze(text));
  const titles = read([title]);
  const called = read(names);
  const around = read([...context, id.replaceAll('-', ' '), ...(isCommon ? [title] : [])]);
  const works = read(cited);
  const texts = blocks.map(({ text }) => analyze(text));
  const fields = {
    title: isCommon ? [] : keysOf(titles, WORDS, VARIANTS),
    names: keysOf(called, WORDS, VARIANTS),
    context: keysOf(around, WORDS, VARIANTS),
    cited: keysOf(works, WORDS, VARIANTS),
    suffixes: keysOf([...titles, ...called, ...around, ...works, ...texts.flat()], SUFFIXES),
    also: keysOf(texts.flat(), VARIANTS),
    lead: id ? [] : keysOf(texts[0] ?? [], WORDS, VARIANTS),
    wholeNames: [title, ...names].flatMap((name) => phraseKey(name) || []).map(nameTerm),
  };
  const written = Object.entries(fields).flatMap(([name, keys]) => (keys.length > 0 ? [[name, join(new Set(keys))]] : []));
  return {
    content: texts
      .map((terms) => join(keysOf(terms, WORDS)))
      .filter(Boolean)
      .join(GAP),
    meta: Object.fromEntries(written) as Record<string, string>,
  };
}

const keysOf = (terms: readonly Term[], ...groups: ReadonlySet<Term['role']>[]): string[] =>
  groups.flatMap((roles) => terms.flatMap(({ key, role }) => (roles.has(role) ? [key] : [])));

const join = (keys: Iterable<string>): string => [...keys].map(wholeWord).join(' ');
