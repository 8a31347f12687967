import { excerptOf } from '../search/excerpt.ts';
import { facetsOf } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import type { Found, Group } from '../search/search.ts';
import type { TextPage } from '../search/shapes.ts';
import { element } from './element.ts';
import type { SearchWords } from './search-words.ts';

/** What rows need besides what was found. */
export interface Setting {
  reader: IndexReader;
  words: SearchWords;
  /** The path of each language; the reader's own is that of the document. */
  roots: Record<string, string>;
}

/** The most records of a page that are shown with it. */
const BESIDE = 3;

/** Show a page that was found: its place and kind, and each of its records with the words that matched. Rejects when a text cannot be had. */
export async function pageRow({ page: number, records }: Group, found: Found, setting: Setting): Promise<HTMLLIElement> {
  const { reader, words } = setting;
  const shown = await Promise.all(records.slice(0, BESIDE).map(async (record) => ({ record, ...(await reader.text(record)) })));
  const { page } = shown[0]!;
  const href = hrefOf(page, setting);
  const { kind, certainty, jurisdiction, language } = facetsOf(reader, shown[0]!.record);
  const about = [page.kind === 'term' ? '' : words.kind[page.kind], words.certainty[certainty], words.jurisdiction[jurisdiction]];
  const item = element('li', { 'data-page': String(number), ...(language === document.documentElement.lang ? {} : { lang: language }) });
  const isPage = shown[0]!.page.records[shown[0]!.at]!.id === '';
  const place = element('a', { href, className: isPage ? 'hit' : 'place' }, page.title || words.kind[kind] || '');
  item.append(element('p', { className: isPage ? 'whole' : 'around-it' }, place, ' ', element('small', {}, about.filter(Boolean).join(' · '))));
  for (const { record, page: part, at } of shown) item.append(recordRow(record, part, at, isPage ? href : ''));
  return item;

  function recordRow(record: number, part: TextPage, at: number, above: string): HTMLDivElement {
    const { id, title, blocks } = part.records[at]!;
    const { block, pieces } = excerptOf(blocks, found.marks);
    const row = element('div', { className: 'found' });
    if (id || !above) {
      const target = block && block !== `${id}.1` ? block : id;
      const own = reader.kindOf(record);
      const label = own === page.kind ? '' : (words.kind[own] ?? '');
      row.append(
        element('p', {}, element('a', { href: target ? `${href}#${target}` : href, className: 'hit' }, title), ' ', element('small', {}, label)),
      );
    }
    const excerpt = pieces.map(([text, marked]) => (marked ? element('mark', {}, text) : text));
    row.append(element('p', { className: 'excerpt' }, ...excerpt));
    return row;
  }
}

function hrefOf({ path, lang, shared }: TextPage, { roots }: Setting): string {
  return `${(shared && roots[document.documentElement.lang]) || roots[lang] || ''}${path}`;
}
