/** Where a line may end, and where not. Elements of code and drawings are left as they are. */

/** `art. 1334`, `section 7`, `point (d)`: an abbreviation, or the word for a part of a text, and its number. */
const NUMBERED = /(\p{Ll}\.|\b(?:answers?|assumptions?|notes?|points?|sections?))\s+(?=\d|\([a-z]\))/gu;

/** `AGPL-3.0`: browsers break a line between a hyphen and a digit where a letter stands before the hyphen. */
const VERSIONED = /\p{Lu}{2,}-\d[\d.]*\d/gu;

/** A point between two things stays with the first. */
const SEPARATED = /\s+(?=·)/g;

/** `InteractingRemotely`: a word of code that may be longer than a line of a phone. */
const LONG = /[\p{L}\d]{18,}/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})/gu;

const TEXTS = /<(pre|code|script|style|svg)\b[^]*?<\/\1>|(?<=>)[^<>]+(?=<)/g;

/**
 * Bind in the HTML of a page what belongs together, with no-break spaces or, where a sign would spoil what is copied, by an element;
 * let a long word of code be broken where a part of it begins.
 */
export function bound(html: string): string {
  return html.replace(TEXTS, (text, skipped?: string) =>
    skipped
      ? text
      : text
          .replace(NUMBERED, '$1\u00a0')
          .replace(SEPARATED, '\u00a0')
          .replace(LONG, (word) => word.replace(HUMP, '<wbr>'))
          .replace(VERSIONED, '<span class="bound">$&</span>'),
  );
}
