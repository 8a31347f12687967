import type { Target } from './address-index.ts';
import type { Address } from './address.ts';
import type { Locale } from './locale.ts';

/** A page or a tree as a chapter of the book. */
export interface Chapter {
  target: Target;
  /** Such as `3.2`. */
  number: string;
}

export interface Part {
  /** The id of its heading. */
  id: string;
  number: string;
  title: string;
  chapters: Chapter[];
  /** The list that replaces chapters. */
  list?: List;
}

type List = 'article' | 'vocabulary' | 'sources';

/** The book: all pages as one document, in reading order, with a number for every part, chapter and section. */
export interface Book {
  parts: Part[];
  /** Number by address. A paragraph, a note or a difference has the number of its section; a source has none. */
  numbers: Map<Address, string>;
  /** Address by URL, to turn links to the site into links inside the book. */
  addresses: Map<string, Address>;
}

/** A page of the book. */
export interface BookPage {
  /** The path parameter of the language; the first has none. */
  lang: string | undefined;
  /** The number of the volume; undefined for the whole book and for the list of volumes. */
  volume: string | undefined;
  locale: Locale;
  /** The book or the volume; undefined for the list of volumes. */
  book: Book | undefined;
}

/**
 * Maximum length of the texts of a volume in characters: about 350 pages of a thousand words. A page with more takes a browser many seconds to
 * lay out, and its HTML is two to three times as long.
 */
const VOLUME_LIMIT = 2_000_000;

/** Whether a site has a book, on /print/. */
export const hasBook = ({ data }: { data: { book: 'whole' | 'none' } }): boolean => data.book === 'whole';

/**
 * Builds the book in the order of `navigation`, followed by the trees that are not listed there, the points of the article, the terms and
 * the sources. `titles` are the titles of these parts.
 */
export function bookOf(locale: Locale, titles: Record<'trees' | 'vocabulary' | 'sources', string>): Book {
  const { reading, trees, pages, index } = locale;
  const named = new Set(reading.flatMap(({ entries }) => entries.map(({ entry }) => entry)));
  const others = [...trees.keys()].filter((id) => !named.has(id)).map((id) => index.get(id)!);
  const lists = (['article', 'vocabulary', 'sources'] as const).filter((list) => (list === 'sources' ? locale.sources.size : locale[list]));
  const groups: { title: string; entries: Target[]; list?: List }[] = [
    ...[...reading, { title: titles.trees, entries: others }]
      .map(({ title, entries }) => ({ title, entries: entries.filter(({ entry }) => pages.has(entry) || trees.has(entry)) }))
      .filter(({ entries }) => entries.length > 0),
    ...lists.map((list) => ({ title: list === 'article' ? locale.pick(locale.article!.data.name) : titles[list], entries: [], list })),
  ];
  const parts = groups.map(({ entries, ...rest }, at) => ({
    ...rest,
    id: rest.list === 'article' ? 'article' : `part.${at + 1}`,
    number: `${at + 1}`,
    chapters: entries.map((target, place) => ({ target, number: `${at + 1}.${place + 1}` })),
  }));
  const addresses = new Map<string, Address>();
  for (const { href, address, kind, entry } of index.targets.values()) {
    // The bibliography contains neither full texts nor anchors of quotations.
    const place = kind === 'paragraph' || kind === 'quote' ? entry : address;
    if (!addresses.has(href)) addresses.set(href, place);
  }
  return { parts, numbers: numbersOf(locale, parts), addresses };
}

/**
 * Divides a book into volumes, each of which is one page. Most books are one volume. A volume begins with a chapter, so the same part can be in
 * two volumes; the lists are in the last one. A link to another volume leads to the page on the site.
 */
export function volumesOf({ pages, index }: Locale, book: Book, limit = VOLUME_LIMIT): Book[] {
  let volume = 0;
  let length = 0;
  /** The volume of each chapter by its entry. */
  const placed = new Map([['index', 0]]);
  const place = ({ target: { entry } }: Chapter): number => {
    const size = pages.get(entry)?.size ?? 0;
    if (length > 0 && length + size > limit) [volume, length] = [volume + 1, 0];
    length += size;
    placed.set(entry, volume);
    return volume;
  };
  const parts = book.parts.flatMap((part) =>
    part.list ? { at: volume, part } : [...Map.groupBy(part.chapters, place)].map(([at, chapters]) => ({ at, part: { ...part, chapters } })),
  );
  return Array.from({ length: volume + 1 }, (_, number) => ({
    ...book,
    parts: parts.filter(({ at }) => at === number).map(({ part }) => part),
    addresses: new Map([...book.addresses].filter(([, address]) => (placed.get(index.get(address)!.entry) ?? volume) === number)),
  }));
}

function numbersOf({ pages, index }: Locale, parts: readonly Part[]): Map<Address, string> {
  const numbers = new Map<Address, string>();
  for (const { id, number, chapters } of parts) {
    numbers.set(id, number);
    for (const { target, number: own } of chapters) numbers.set(target.entry, own);
  }
  for (const { address, number } of sectionsOf(pages, numbers)) numbers.set(address, number);
  for (const { address, entry } of index.targets.values()) {
    const number = numbers.get(address) ?? numbers.get(address.replace(/\.\d+$/, '')) ?? numbers.get(entry);
    if (number) numbers.set(address, number);
  }
  return numbers;
}

/** Numbers the sections of the chapters: `3.2.1`, and their subsections `3.2.1.1`. */
function sectionsOf(pages: Locale['pages'], numbers: ReadonlyMap<Address, string>): { address: Address; number: string }[] {
  return [...pages.values()].flatMap(({ id, sections }) => {
    const chapter = numbers.get(id);
    const counts: number[] = [];
    return sections.flatMap((section) => {
      const level = section.depth - 2;
      counts.splice(level + 1);
      counts[level] = (counts[level] ?? 0) + 1;
      return chapter ? { address: `${id}.${section.id}`, number: [chapter, ...counts].join('.') } : [];
    });
  });
}

/**
 * Returns the name of the file of the whole base: `the-handbook.pdf` for The Handbook, `the-handbook-ru.pdf` in another language,
 * `the-handbook-2.pdf` for the second volume.
 */
export function pdfName(title: string, lang?: string, volume?: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['base'];
  return `${[...words, lang, volume].filter(Boolean).join('-')}.pdf`;
}
