/** From what is searched to the files of the search. */
import { createHash } from 'node:crypto';
import type { Site } from '../model/site.ts';
import { FIELD, writePostings, writeTable, type Posting } from '../search/postings.ts';
import { nameOf } from '../search/names.ts';
import { lengthSign, type Entry, type TextPage, type Traits } from '../search/shapes.ts';
import { termsOf } from '../search/terms.ts';
import { wordFiles } from './search-words.ts';
import { searchPages, type SearchPage, type SearchRecord } from './search-records.ts';

/** The most signs of a file of terms and of a file of texts, before compression: two kilobytes after it. */
const TERMS_FILE = 3800;
const TEXTS_FILE = 2800;
/** A term that stands in more records keeps those where it weighs most. */
const MOST_RECORDS = 1500;

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
  const bodies = records.map((record, at) => addRecord(index, record, at));
  const terms = cut([...index].map(([key, postings]): [string, string] => [key, writePostings(strongest(postings, bodies))]).sort(byKey), TERMS_FILE);
  const texts = cutTexts(pages);
  const words = wordFiles(records);
  const traits: Traits[] = [];
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const entry: Entry = {
    folder: '',
    terms: terms.map((rows) => rows[0]![0]),
    texts: texts.map((part) => part.reduce((sum, page) => sum + page.records.length, 0)),
    pages: pages.map(({ records: own, lang, certainty = '', jurisdiction = '' }) => [own.length, placeIn(traits, [lang, certainty, jurisdiction])]),
    traits,
    kinds,
    kindOf: records.map(({ kind }) => String.fromCharCode(97 + kinds.indexOf(kind))).join(''),
    lengths: bodies.map(lengthSign).join(''),
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
function addRecord(index: Map<string, Posting[]>, record: SearchRecord, at: number): number {
  const own = new Map<string, Posting>();
  const posting = (key: string): Posting => {
    const known = own.get(key) ?? { record: at, fields: 0, places: [] };
    own.set(key, known);
    return known;
  };
  const mark = (text: string, field: number): void => {
    for (const { key, role } of termsOf(text)) posting(key).fields |= role === 'tail' ? FIELD.tail : field;
  };
  mark(record.title, FIELD.title);
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

const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

/** Cut sorted rows into files. */
function cut(rows: [string, string][], most: number): [string, string][][] {
  const files: [string, string][][] = [];
  let size = most;
  for (const row of rows) {
    if (size + row[1].length > most && size > 0) {
      files.push([]);
      size = 0;
    }
    files.at(-1)!.push(row);
    size += row[0].length + row[1].length;
  }
  return files;
}

/** Cut the texts into files; a long page is cut between its records. */
function cutTexts(pages: readonly SearchPage[]): TextPage[][] {
  const files: TextPage[][] = [];
  let size = TEXTS_FILE;
  let number = 0;
  for (const [page, { path, lang, shared, title, kind, records }] of pages.entries()) {
    let here: TextPage | undefined;
    for (const { id, title: own, blocks } of records) {
      const length = blocks.reduce((sum, { text }) => sum + text.length, 60);
      if (size + length > TEXTS_FILE && size > 0) {
        files.push([]);
        size = 0;
        here = undefined;
      }
      if (!here) {
        here = { page, path, lang, ...(shared ? { shared } : {}), title, kind, records: [] };
        files.at(-1)!.push(here);
      }
      here.records.push({ record: number, id, title: own, blocks: blocks.map((block) => [block.id, block.text]) });
      number += 1;
      size += length;
    }
  }
  return files;
}

function placeIn(traits: Traits[], own: Traits): number {
  const key = own.join();
  const at = traits.findIndex((one) => one.join() === key);
  return at >= 0 ? at : traits.push(own) - 1;
}

/** The names of each thing in the vocabulary. */
function vocabularyOf({ editions }: Site): string[][] {
  const terms = Object.values(editions[0]?.vocabulary?.data.terms ?? {});
  return terms.map(({ term, synonyms }) => [...Object.values(term), ...synonyms]);
}
