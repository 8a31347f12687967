/** How terms and texts are cut into files. */
import type { TextPage } from '../search/shapes.ts';
import type { SearchPage } from './search-records.ts';

/** The most signs of a file of terms and of a file of texts, before compression: about half a kilobyte after it. */
const TERMS_FILE = 700;
const TEXTS_FILE = 1000;

const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

/** Sort rows by the alphabet and cut them into files. */
export function cutTerms(rows: [string, string][]): [string, string][][] {
  const files: [string, string][][] = [];
  let size = TERMS_FILE;
  for (const row of rows.sort(byKey)) {
    if (size + row[1].length > TERMS_FILE && size > 0) {
      files.push([]);
      size = 0;
    }
    files.at(-1)!.push(row);
    size += row[0].length + row[1].length;
  }
  return files;
}

/** Give for each file of terms the shortest beginning that stands after every term of the file before. */
export function bordersOf(files: readonly (readonly (readonly [key: string, value: string])[])[]): string[] {
  return files.map((rows, at) => {
    const first = rows[0]![0];
    const before = files[at - 1]?.at(-1)![0] ?? '';
    let length = 1;
    while (length < first.length && first.slice(0, length) <= before) length += 1;
    return first.slice(0, length);
  });
}

/** Cut the texts into files; a long page is cut between its records. */
export function cutTexts(pages: readonly SearchPage[]): TextPage[][] {
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
