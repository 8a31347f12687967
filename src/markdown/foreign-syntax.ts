/** The syntax of other Markdown dialects, which would be published unchanged. */

export interface ForeignSyntax {
  index: number;
  /** The index after the end of the syntax. */
  end: number;
  text: string;
  hint: string;
}

type Dialect = readonly [pattern: RegExp, hint: string];

/** Syntax within a line. A title may not contain it either. */
const SPANS: readonly Dialect[] = [
  [/!\[\[[^\][]+\]\]/g, 'Write an image as ![description](/picture.png).'],
  [/(?<!!)\[\[[^\][]+\]\]/g, 'Write a link as [text](kb:<page>). Write a literal bracket as \\[.'],
  [/\^\[[^\]]+\]/g, 'Write a footnote as [^name], and [^name]: … at the end of the file.'],
  [/==(?=[^\s=])[^=\n]+(?<=[^\s=])==/g, 'Write <mark>…</mark>.'],
  [/(?<![\p{L}\d+])\+\+(?=[^\s+])[^+\n]+(?<=[^\s+])\+\+(?![\p{L}\d+])/gu, 'Write <ins>…</ins>, or code in backquotes.'],
  [/\$\$[^$]+\$\$|\$(?=[^\s$])[^$\n]*[\\^_{}=][^$\n]*(?<=\S)\$(?!\d)/g, 'Formulas are not typeset. Write them as text or as `code`.'],
  [/(?<=\p{L}|\d)\^[\p{L}\d]{1,6}\^/gu, 'Write <sup>…</sup>.'],
  [/%%[^%\n]+%%/g, 'Write a comment as {/* … */}.'],
  [/(?<![\w:]):(?:[a-z]+(?:[_-][a-z\d]+)*|[+-]1|100):(?![\w:])/g, 'Write the character itself, or put it in backquotes.'],
];

const NO_DIRECTIVES = 'There are no directives. Write the text itself.';

const DIALECTS: readonly Dialect[] = [
  ...SPANS,
  [/\[[^\][\n]+\]\((?:https?:|mailto:|tel:|www\.)[^)\n]*\)/g, 'A URL has no spaces: write each as %20.'],
  [/^\[![A-Za-z][^\]\n]*\]/gm, 'Begin the quotation with a word in bold: > **Note.** …'],
  [/^(?::{3,}|!{3}|\?{3})(?!\S*[.!?])[^\n]*/gm, 'There are no boxes. Write a quotation with >, or begin a paragraph with a word in bold.'],
  [/^={3}[!+]? *["“][^\n]*/gm, 'There are no tabs. Write the parts one after the other, each with a heading.'],
  [/^::[a-z][\w-]*(?:[[{][^\n]*)?$/gm, NO_DIRECTIVES],
  [/^\.\. [a-z][\w-]*::[^\n]*/gm, NO_DIRECTIVES],
  [/^#\+[A-Za-z_]+[^\n]*/gm, NO_DIRECTIVES],
  [/(?<![\p{L}\d:]):[a-z][\w-]*\[[^\]\n]*\]/gu, NO_DIRECTIVES],
  [/^(?:\[TOC\]|\[toc\])$/gm, 'Delete it. Every page has a table of contents.'],
  [/^(?:#\p{L}|#{2,6}[^\s#])[^\n]*/gmu, 'Put a space after # for a heading, or write \\#.'],
  [/^\*\[[^\]\n]+\]:[^\n]*/gm, 'Write <abbr title="…">…</abbr> where the abbreviation first occurs.'],
  [/^:[ \t]+\S[^\n]*/gm, 'Write a list of definitions as <dl>, <dt> and <dd>.'],
];

/** Each pattern needs one of these. Most texts have none. */
const NEEDED = /[[^=+$%:#*]|!!!|\?\?\?|^\.\. /m;

/** Finds the syntax of other dialects in the text of a block of Markdown that was parsed, in order. */
export const foreignSyntax = (value: string): ForeignSyntax[] =>
  NEEDED.test(value)
    ? DIALECTS.flatMap(([pattern, hint]) =>
        [...value.matchAll(pattern)].map(({ 0: text, index }) => ({ index, end: index + text.length, text: shorten(text), hint })),
      ).sort((a, b) => a.index - b.index)
    : [];

const MARKUP: readonly RegExp[] = [
  /`[^`]+`/,
  /^#{1,6}\s/,
  /~~[^~]+~~/,
  /\\[\\`*_{}[\]<>#~]/,
  /(?<![\p{L}\d*])\*{1,2}(?=[^\s*])[^*]+(?<=[^\s*])\*{1,2}(?![\p{L}\d*])/u,
  /(?<![\p{L}\d_])_{1,2}(?=[^\s_])[^_]+(?<=[^\s_])_{1,2}(?![\p{L}\d_])/u,
  /!?\[[^\][]*\]\([^)\s]+\)/,
  /\[[@^][^\]]+\]/,
  /&(?:#\d+|#x[\da-f]+|amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr]aquo|[lr][sd]quo|[lr]squo|bdquo|hellip|shy|copy|reg|trade|sect|deg|middot|bull|times|[lr]arr|euro|(?:thin|en|em)sp|zwn?j|[aeiou](?:uml|acute|grave|circ)|szlig|ccedil|ntilde);/i,
  /<\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?>/i,
  ...SPANS.map(([pattern]) => pattern),
];

/** Finds Markdown or HTML in plain text, such as a title. Returns undefined if there is none. */
export function markupIn(text: string): string | undefined {
  const found = MARKUP.flatMap((pattern) => text.match(pattern)?.[0] ?? [])[0];
  return found === undefined ? undefined : shorten(found);
}

const shorten = (text: string): string => {
  const line = text.split('\n')[0]!;
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
