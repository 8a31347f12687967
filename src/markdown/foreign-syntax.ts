/** The syntax of other Markdown dialects, which would be published unchanged. */

export interface ForeignSyntax {
  index: number;
  text: string;
  hint: string;
}

const DIALECTS: readonly [pattern: RegExp, hint: string][] = [
  [/!\[\[[^\][]+\]\]/g, 'Write an image as ![description](/picture.png).'],
  [/(?<!!)\[\[[^\][]+\]\]/g, 'Write a link as [text](kb:<page>). Write a literal bracket as \\[.'],
  [/^\[![A-Za-z-]+\]/gm, 'Begin the quotation with a word in bold: > **Note.** …'],
  [/^(?::{3,}|!{3}|\?{3})(?!\S*[.!?])[^\n]*/gm, 'There are no boxes. Write a quotation with >, or begin a paragraph with a word in bold.'],
  [/\^\[[^\]]+\]/g, 'Write a footnote as [^name], and [^name]: … at the end of the file.'],
  [/==(?=[^\s=])[^=\n]+(?<=[^\s=])==/g, 'Write <mark>…</mark>.'],
  [/\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*[\\^_{}=][^$\n]*(?<=\S)\$(?!\d)/g, 'Formulas are not typeset. Write them as text or as `code`.'],
  [/^(?:\[TOC\]|\[toc\])$/gm, 'Delete it. Every page has a table of contents.'],
  [/^#{1,6}\p{L}[^\n]*/gmu, 'Put a space after # for a heading, or write \\#.'],
  [/(?<=\p{L}|\d)\^[\p{L}\d]{1,6}\^/gu, 'Write <sup>…</sup>.'],
  [/%%[^%\n]+%%/g, 'Write a comment as {/* … */}.'],
  [/(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])/g, 'Write the character itself, or put it in backquotes.'],
  [/(?<=\n):[ \t]+\S[^\n]*/g, 'Write a list of definitions as <dl>, <dt> and <dd>.'],
];

/** Finds the syntax of other dialects in a text of Markdown that was parsed. */
export const foreignSyntax = (value: string): ForeignSyntax[] =>
  DIALECTS.flatMap(([pattern, hint]) => [...value.matchAll(pattern)].map(({ 0: text, index }) => ({ index, text: shorten(text), hint })));

const MARKUP: readonly RegExp[] = [
  /`[^`]+`/,
  /(?<![\p{L}\d*])\*{1,2}(?=[^\s*])[^*]+(?<=[^\s*])\*{1,2}(?![\p{L}\d*])/u,
  /(?<![\p{L}\d_])_{1,2}(?=[^\s_])[^_]+(?<=[^\s_])_{1,2}(?![\p{L}\d_])/u,
  /!?\[[^\][]*\]\([^)\s]+\)/,
  /\[[@^][^\]]+\]/,
  /\[\[[^\][]+\]\]/,
  /&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos|nbsp|mdash|ndash|laquo|raquo|hellip|shy|copy);/i,
  /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/,
];

/** Finds Markdown or HTML in plain text, such as a title. Returns undefined if there is none. */
export function markupIn(text: string): string | undefined {
  for (const pattern of MARKUP) {
    const found = pattern.exec(text);
    if (found) return shorten(found[0]);
  }
  return undefined;
}

const shorten = (text: string): string => {
  const line = text.split('\n')[0]!;
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
