import { recordResult, type Answer, type PageResult, type RecordResult } from '../search/answer.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { button, element } from './dom.ts';
import type { SearchStrings } from '../i18n/en.ts';

/** What results need besides the answer. */
export interface ResultContext {
  reader: IndexReader;
  marks: Answer['marks'];
  words: SearchStrings;
  /** The path of each language. */
  roots: Record<string, string>;
}

/** Renders a page: its title and kind, and each of its records with a snippet. */
export function pageItem(page: PageResult, context: ResultContext): HTMLLIElement {
  const { reader, marks, words } = context;
  const { title, kind, language, certainty, jurisdiction, records, more } = page;
  const facts = [kind === 'term' ? '' : words.kind[kind], words.certainty[certainty], words.jurisdiction[jurisdiction]];
  const isPage = records[0]!.id === '';
  const link = element('a', { href: hrefOf(page, context), className: isPage ? 'hit' : 'place' }, title || words.kind[kind] || '');
  const head = element('p', { className: isPage ? 'whole' : 'around-it' }, link, ' ', element('small', {}, facts.filter(Boolean).join('\u00a0· ')));
  const rows = records.map((record, at) => recordRow(record, page, context, at > 0));
  const item = element('li', language === document.documentElement.lang ? {} : { lang: language }, head, ...rows);
  if (more.length > 0) {
    const rest = button(words.moreHere(more.length), async () => {
      const others = await Promise.all(more.map((record) => recordResult(reader, record, marks)));
      const added = others.map((record) => recordRow(record, page, context, true));
      rest.replaceWith(...added);
      added[0]!.querySelector('a')?.focus();
    });
    item.append(rest);
  }
  return item;
}

/**
 * Renders a record: a link to the paragraph of its snippet, its kind where it differs from the page's, the snippet. The record of the page
 * itself gets a link only below other records; in the first place the title of the page is its link.
 */
function recordRow({ id, title, kind, block, snippet }: RecordResult, page: PageResult, context: ResultContext, isBelow: boolean): HTMLDivElement {
  const row = element('div', { className: 'found' });
  if (id || isBelow) {
    const target = !block || block.endsWith('.1') ? id : block;
    const href = hrefOf(page, context) + (target && `#${target}`);
    const label = kind === page.kind ? '' : (context.words.kind[kind] ?? '');
    row.append(element('p', {}, element('a', { href, className: 'hit' }, title), ' ', element('small', {}, label)));
  }
  const pieces = snippet.flatMap(([text, marked]) => (marked ? [element('mark', {}, ...withLanguage(text))] : withLanguage(text)));
  row.append(element('p', { className: 'excerpt' }, ...pieces));
  return row;
}

function hrefOf({ path, language, shared }: PageResult, { roots }: ResultContext): string {
  return `${(shared && roots[document.documentElement.lang]) || roots[language] || ''}${path}`;
}

/** Keeps an abbreviation with its number, and sets the language of Russian words on a page in another language, for screen readers. */
function withLanguage(piece: string): (Node | string)[] {
  const text = piece.replace(/(\p{Ll}\.) (?=\d|$)/gu, '$1\u00a0');
  if (document.documentElement.lang === 'ru') return [text];
  return text
    .split(/(\p{Script=Cyrillic}+(?:[\s,-]+\p{Script=Cyrillic}+)*)/u)
    .map((part, at) => (at % 2 ? element('span', { lang: 'ru' }, part) : part));
}
