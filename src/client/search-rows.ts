import { excerptOf } from '../search/excerpt.ts';
import { facetsOf } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import type { Found, Group } from '../search/search.ts';
import type { TextPage } from '../search/shapes.ts';
import { button, element } from './element.ts';
import type { SearchWords } from './search-words.ts';

/** What rows need besides what was found. */
export interface Setting {
  reader: IndexReader;
  words: SearchWords;
  /** The path of each language. */
  roots: Record<string, string>;
}

/** Show a page that was found: its place and kind, and each of its records with the words that matched. Rejects when a text cannot be had. */
export async function pageRow({ records, more }: Group, found: Found, setting: Setting): Promise<HTMLLIElement> {
  const { reader, words } = setting;
  const rows = await Promise.all(records.map((record, at) => recordRow(record, found, setting, at > 0)));
  const { page, isPage } = rows[0]!;
  const { kind, certainty, jurisdiction, language } = facetsOf(reader, records[0]!);
  const about = [page.kind === 'term' ? '' : words.kind[page.kind], words.certainty[certainty], words.jurisdiction[jurisdiction]];
  const place = element('a', { href: hrefOf(page, setting), className: isPage ? 'hit' : 'place' }, page.title || words.kind[kind] || '');
  const head = element('p', { className: isPage ? 'whole' : 'around-it' }, place, ' ', element('small', {}, about.filter(Boolean).join('\u00a0· ')));
  const item = element('li', language === document.documentElement.lang ? {} : { lang: language }, head, ...rows.map(({ row }) => row));
  if (more.length > 0) {
    const rest = button(words.moreHere(more.length), async () => {
      const others = await Promise.all(more.map((record) => recordRow(record, found, setting, true)));
      rest.replaceWith(...others.map(({ row }) => row));
      others[0]!.row.querySelector('a')?.focus();
    });
    item.append(rest);
  }
  return item;
}

/** Show a record: its heading as a link to the paragraph with most of the words, its kind where it is not that of the page, and a piece of
 * text. What opens a page has its title for a heading, unless it stands first, under that title. */
async function recordRow(
  record: number,
  { marks }: Found,
  setting: Setting,
  isBeside: boolean,
): Promise<{ row: HTMLDivElement; page: TextPage; isPage: boolean }> {
  const { page, at } = await setting.reader.text(record);
  const { id, title, blocks } = page.records[at]!;
  const { block, pieces } = excerptOf(blocks, marks);
  const row = element('div', { className: 'found' });
  if (id || isBeside) {
    const target = !block || block.endsWith('.1') ? id : block;
    const own = setting.reader.kindOf(record);
    const label = own === page.kind ? '' : (setting.words.kind[own] ?? '');
    row.append(
      element(
        'p',
        {},
        element('a', { href: target ? `${hrefOf(page, setting)}#${target}` : hrefOf(page, setting), className: 'hit' }, title),
        ' ',
        element('small', {}, label),
      ),
    );
  }
  row.append(
    element('p', { className: 'excerpt' }, ...pieces.flatMap(([text, marked]) => (marked ? [element('mark', {}, ...spoken(text))] : spoken(text)))),
  );
  return { row, page, isPage: id === '' };
}

function hrefOf({ path, lang, shared }: TextPage, { roots }: Setting): string {
  return `${(shared && roots[document.documentElement.lang]) || roots[lang] || ''}${path}`;
}

/** Keep an abbreviation with its number, and mark Russian words on a page of another language, so that they are read as what they are. */
function spoken(piece: string): (Node | string)[] {
  const text = piece.replace(/(\p{Ll}\.) (?=\d|$)/gu, '$1\u00a0');
  if (document.documentElement.lang === 'ru') return [text];
  return text
    .split(/(\p{Script=Cyrillic}+(?:[\s,-]+\p{Script=Cyrillic}+)*)/u)
    .map((part, at) => (at % 2 ? element('span', { lang: 'ru' }, part) : part));
}
