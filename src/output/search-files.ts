/** From what is searched to the files of the search. */
import { createHash } from 'node:crypto';
import type { Site } from '../model/site.ts';
import { FIELD, writePostings, writeTable, type Posting } from '../search/postings.ts';
import { nameOf, wordsOf } from '../search/names.ts';
import { lengthSign, type Entry, type Traits } from '../search/shapes.ts';
import { termsOf } from '../search/terms.ts';
import { bordersOf, cutTerms, cutTexts } from './search-cut.ts';
import { wordFiles } from './search-words.ts';
import { searchPages, type SearchPage, type SearchRecord } from './search-records.ts';

/** A term that stands in more records keeps those where it weighs most. */
const MOST_RECORDS = 1500;

/** A title on more pages than these is one that any page may have: “Doubts”. */
const MOST_ALIKE = 3;

/** Make the files of the search, by path: `index.json`, and the folder that it names. The same site gives the same bytes. */
export function searchFiles(site: Site): Map<string, string> {
  let files = made.get(site);
  if (!files) made.set(site, (files = filesOf(searchPages(site), vocabularyOf(site))));
  return files;
}

/** Made once for all the pages that give them out. */
const made = new WeakMap<Site, Map<string, string>>();

/** Make the files from pages and from names of one thing. */
export function filesOf(pages: readonly SearchPage[], names: readonly (readonly string[])[]): Map<string, string> {
  const records = pages.flatMap((page) => page.records);
  const index = new Map<string, Posting[]>();
  const titles = new Map<string, number>();
  for (const page of pages) for (const title of new Set(page.records.map((record) => record.title))) titles.set(title, (titles.get(title) ?? 0) + 1);
  // What the sections of many pages are called names none of them.
  const isNamed = ({ title }: SearchRecord): boolean => titles.get(title)! <= MOST_ALIKE;
  const bodies = records.map((record, at) => addRecord(index, record, at, isNamed(record) ? FIELD.title : FIELD.context));
  const terms = cutTerms([...index].map(([key, postings]): [string, string] => [key, writePostings(strongest(postings, bodies))]));
  const texts = cutTexts(pages);
  const words = wordFiles(records);
  const traits: Traits[] = [];
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const entry: Entry = {
    folder: '',
    terms: bordersOf(terms),
    texts: texts.map((part) => part.reduce((sum, page) => sum + page.records.length, 0)),
    pages: pages.map(({ records: own, lang, certainty = '', jurisdiction = '' }) => [own.length, placeIn(traits, [lang, certainty, jurisdiction])]),
    traits,
    kinds,
    kindOf: records.map(({ kind }) => String.fromCharCode(97 + kinds.indexOf(kind))).join(''),
    lengths: bodies.map(lengthSign).join(''),
    titles: records.map(({ title }) => String.fromCharCode(97 + Math.min(25, wordsOf(title).length))).join(''),
    names: names.map((group) => [...new Set(group.map(nameOf).filter(Boolean))]).filter((group) => group.length > 1),
    words: [...words.keys()],
  };
  const files = new Map<string, string>([
    ...terms.map((rows, at): [string, string] => [`t${at}.txt`, writeTable(rows)]),
    ...texts.map((part, at): [string, string] => [`p${at}.txt`, JSON.stringify(part)]),
    ...[...words].map(([name, text]): [string, string] => [`w${name}.txt`, text]),
  ]);
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\n${text}\n`);
  entry.folder = hash.digest('hex').slice(0, 10);
  return new Map([['index.json', JSON.stringify(entry)], ...[...files].map(([name, text]): [string, string] => [`${entry.folder}/${name}`, text])]);
}

/** Put the terms of a record into the index; returns the words of its body. */
function addRecord(index: Map<string, Posting[]>, record: SearchRecord, at: number, titleField: number): number {
  const own = new Map<string, Posting>();
  const posting = (key: string): Posting => {
    const known = own.get(key) ?? { record: at, fields: 0, places: [] };
    own.set(key, known);
    return known;
  };
  const mark = (text: string, field: number): void => {
    for (const { key, role } of termsOf(text)) posting(key).fields |= role === 'tail' ? FIELD.tail : field;
  };
  mark(record.title, titleField);
  if (record.id) mark(record.id.replaceAll('-', ' '), FIELD.context);
  for (const name of record.names) mark(name, FIELD.name);
  for (const name of record.context) mark(name, FIELD.context);
  for (const label of record.cited) mark(label, FIELD.cited);
  posting(`${nameOf(record.title)}=`).fields |= FIELD.title;
  for (const name of record.names) posting(`${nameOf(name)}=`).fields |= FIELD.name;
  own.delete('=');
  let words = 0;
  for (const [number, { text }] of record.blocks.entries()) {
    let last = 0;
    for (const { key, at: place, role } of termsOf(text)) {
      last = Math.max(last, place);
      if (role === 'tail') posting(key).fields |= FIELD.tail;
      else posting(key).places.push(words + place);
      if (number === 0 && role !== 'tail' && !record.id) posting(key).fields |= FIELD.lead;
    }
    // A gap, so that no phrase reaches from one block into the next.
    words += last + 8;
  }
  for (const [key, one] of own) {
    one.places = [...new Set(one.places)].sort((a, b) => a - b);
    const all = index.get(key);
    if (all) all.push(one);
    else index.set(key, [one]);
  }
  return words;
}

function strongest(postings: Posting[], lengths: readonly number[]): Posting[] {
  if (postings.length <= MOST_RECORDS) return postings;
  const weight = ({ fields, places, record }: Posting): number => (fields & 3) * 1000 + (places.length * 100) / (lengths[record]! + 50);
  return postings
    .sort((a, b) => weight(b) - weight(a) || a.record - b.record)
    .slice(0, MOST_RECORDS)
    .sort((a, b) => a.record - b.record);
}

function placeIn(traits: Traits[], own: Traits): number {
  const key = own.join();
  const at = traits.findIndex((one) => one.join() === key);
  return at >= 0 ? at : traits.push(own) - 1;
}

/** The names of each thing in the vocabulary, and its words that are alike. */
function vocabularyOf({ editions }: Site): string[][] {
  const { terms = {}, alike = [] } = editions[0]?.vocabulary?.data ?? {};
  return [...Object.values(terms).map(({ term, synonyms }) => [...Object.values(term), ...synonyms]), ...alike];
}
