import { recordResult, type Answer, type PageResult, type RecordResult } from '../search/answer.ts';
import type { Facet } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { button, element } from './dom.ts';
import { runsOf } from '../i18n/languages.ts';
import type { SearchStrings } from '../i18n/en.ts';

/** The data that results need besides the answer. */
export interface ResultContext {
  reader: IndexReader;
  marks: Answer['marks'];
  words: SearchStrings;
  /** Names the value of a facet. */
  label: (facet: Facet, value: string) => string;
  /** The path of each language. */
  roots: Record<string, string>;
}

/** Renders a page: its title and kind, and each of its records with a snippet. */
export function pageItem(page: PageResult, context: ResultContext): HTMLLIElement {
  const { reader, marks, words, label } = context;
  const { title, kind, language, certainty, jurisdiction, records, more } = page;
  const details = [
    kind === 'term' ? '' : label('kind', kind),
    certainty && label('certainty', certainty),
    jurisdiction && label('jurisdiction', jurisdiction),
  ];
  const isPage = records[0]!.id === '';
  const link = element('a', { href: hrefOf(page, context), className: isPage ? 'hit' : 'parent-page' }, title || label('kind', kind));
  const head = element(
    'p',
    { className: isPage ? 'page-result' : 'page-context' },
    link,
    ' ',
    element('small', {}, details.filter(Boolean).join('\u00a0· ')),
  );
  const rows = records.map((record, at) => recordRow(record, page, context, at > 0));
  const item = element('li', language === document.documentElement.lang ? {} : { lang: language }, head, ...rows);
  if (more.length > 0) {
    const showMore = button(words.moreHere(more.length), async () => {
      const others = await Promise.all(more.map((record) => recordResult(reader, record, marks)));
      const added = others.map((record) => recordRow(record, page, context, true));
      showMore.replaceWith(...added);
      added[0]!.querySelector('a')?.focus();
    });
    item.append(showMore);
  }
  return item;
}

/**
 * Renders a record: a link to the block of its snippet, its kind if it differs from the kind of the page, and the snippet. The record of the whole
 * page has no link if it is the first one, because the title of the page is the same link.
 */
function recordRow({ id, title, kind, block, snippet }: RecordResult, page: PageResult, context: ResultContext, isBelow: boolean): HTMLDivElement {
  const row = element('div', { className: 'record-result' });
  if (id || isBelow) {
    const target = !block || block.endsWith('.1') ? id : block;
    const href = hrefOf(page, context) + (target && `#${target}`);
    const own = kind === page.kind ? '' : context.label('kind', kind);
    row.append(element('p', {}, element('a', { href, className: 'hit' }, title), ' ', element('small', {}, own)));
  }
  const pieces = snippet.flatMap(([text, marked]) => (marked ? [element('mark', {}, ...withLanguage(text, context))] : withLanguage(text, context)));
  row.append(element('p', { className: 'snippet' }, ...pieces));
  return row;
}

function hrefOf({ path, language, shared }: PageResult, { roots }: ResultContext): string {
  return `${(shared && roots[document.documentElement.lang]) || roots[language] || ''}${path}`;
}

/** Keeps an abbreviation with its number, and sets the language of words in another script, for screen readers. */
function withLanguage(piece: string, { reader }: ResultContext): (Node | string)[] {
  const text = piece.replace(/(\p{Ll}\.) (?=\d|$)/gu, '$1\u00a0');
  const runs = runsOf(text, document.documentElement.lang, reader.manifest.languages);
  return runs.map((run) => (run.lang ? element('span', { lang: run.lang }, run.text) : run.text));
}
