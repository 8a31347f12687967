/** The last step of every page: changes that depend on its whole text. It takes plain data, because in a build worker threads run it. */
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { embedChapters, type BookNumbers } from './assemble-book.ts';
import { escapeHtml } from './escape-html.ts';
import { fontPreloads, type FontFiles } from './font-preloads.ts';
import { langSpans } from './lang-spans.ts';
import { lineBreaks } from './line-breaks.ts';
import { parseHtmlFragment } from './parse-html.ts';
import { placeRedirects, type RedirectAnchor } from './redirect-anchors.ts';

/** The places in a document for its body and for the preloads of its fonts. */
export const BODY_PLACE = '<!--body-->';
export const PRELOADS_PLACE = '<!--preloads-->';

/** The body of a page, between its header and its footer, and the data to finish it. */
export interface PageBody {
  html: string;
  lang: string;
  /** The languages whose words may occur in it. */
  languages: string[];
  fonts: FontFiles;
  /** Anchors for old addresses. */
  redirects: readonly RedirectAnchor[];
  /** The book, if its chapters are embedded. */
  book?: BookNumbers | undefined;
}

export interface FinishedPage {
  html: string;
  frame: string;
  body: Root;
}

/**
 * Sets the language of foreign words and the places where lines may break, and adds the body and its preloads to the document. Also returns the
 * document without the body, and the tree of the body.
 */
export function finishPage(document: string, { html, lang, languages, fonts, redirects, book }: PageBody): FinishedPage {
  const body = parseHtmlFragment(html);
  langSpans(body, lang, languages);
  placeRedirects(body, redirects);
  if (book) embedChapters(body, book);
  lineBreaks(body, lang);
  const preloads = fontPreloads(body, fonts).map((href) => `<link rel="preload" href="${escapeHtml(href)}" as="font" type="font/woff2" crossorigin>`);
  const frame = document.replace(PRELOADS_PLACE, () => preloads.join(''));
  return { html: frame.replace(BODY_PLACE, () => toHtml(body, { collapseEmptyAttributes: true })), frame, body };
}
