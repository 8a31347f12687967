/** The last step of every page: changes that depend on its whole text. It takes plain data, because in a build worker threads run it. */
import { chapterElements, chapterPlace, chapterText, type ChapterElement, type ChapterText } from './assemble-book.ts';
import { escapeHtml } from './escape-html.ts';
import { fontPreloads, type FontFiles } from './font-preloads.ts';
import { innerHtml, parseHtmlFragment, type HtmlParent } from './html-tree.ts';
import { langSpans } from './lang-spans.ts';
import { lineBreaks } from './line-breaks.ts';
import { placeRedirects, type RedirectAnchor } from './redirect-anchors.ts';

/** The places in a document for its body, for the settings of the reader and for the preloads of its fonts. */
export const BODY_PLACE = '<!--body-->';
export const SETTINGS_PLACE = '<!--settings-->';
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
  /** Whether the page is a book, and so contains chapters. On another page, the text of a chapter is also for the book. */
  isBook: boolean;
  /** The settings of the reader. They are a sixth of the elements of a page, and the same on every page of a language. */
  settings: string;
}

export interface FinishedPage {
  html: string;
  frame: string;
  body: HtmlParent;
  /** Makes the chapters of the page, for the book; changes the body. */
  chapters: () => ChapterText[];
}

/**
 * Sets the language of foreign words and the places where lines may break, and adds the body and its preloads to the document. Also returns the
 * document without the body and the settings, and the tree of the body. A book has places for its chapters.
 */
export function finishPage(document: string, { html, lang, languages, fonts, redirects, isBook, settings }: PageBody): FinishedPage {
  const body = parseHtmlFragment(html);
  langSpans(body, lang, languages);
  placeRedirects(body, redirects);
  lineBreaks(body, lang);
  const preloads = fontPreloads(body, fonts).map((href) => `<link rel="preload" href="${escapeHtml(href)}" as="font" type="font/woff2" crossorigin>`);
  const frame = document.replace(PRELOADS_PLACE, () => preloads.join(''));
  const elements = chapterElements(body);
  const inBook = isBook ? elements.map(takeChapter) : undefined;
  return {
    html: frame.replace(SETTINGS_PLACE, () => settings).replace(BODY_PLACE, () => innerHtml(body)),
    frame,
    body,
    chapters: () => inBook ?? elements.map(chapterText),
  };
}

/** Makes the content of an element into a chapter, and leaves a place for it. */
function takeChapter(chapter: ChapterElement): ChapterText {
  const text = chapterText(chapter);
  chapter.element.childNodes = [{ nodeName: '#comment', data: chapterPlace(chapter.entry), parentNode: chapter.element }];
  return text;
}
