/** Controls where lines of text may break. Code and drawings stay unchanged. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { spacesOf } from '../i18n/spaces.ts';

/** The space between an abbreviation or the name of a part, and its number: `art. 12`, `section 7`, `point (d)`. */
const NUMBERED = /\s+(?=\d|\([a-z]\))(?<=(?:\p{Ll}\.|\b(?:answers?|assumptions?|contexts?|indents?|notes?|points?|questions?|sections?))\s+)/gu;

/** The space before a middle dot. No line begins with the dot. */
const SEPARATED = /\s+(?=·)/g;

/** The spaces in a name with a version, `CC BY 4.0`, and the space after the `v` between two parties. */
const NAMED = /\s+(?=(?:\p{Lu}{2}(?:-\p{Lu}{2})*\s+)?\d+\.\d)(?<=\p{Lu}{2}\s+)|\s+(?=\p{Lu})(?<=\p{L}\s+v\.?\s+)/gu;

/**
 * `ISO-8601.2`, the point `K-f`, the act `12-AB`: browsers break a line after a hyphen before a digit, and after a hyphen that follows a digit
 * or a single letter.
 */
const VERSIONED = /(\p{Lu}{2,}-\d[\d.]*\d|(?<![\p{L}\d-])(?:\p{Lu}\d?-[\p{Ll}\d]|\d{1,4}-\p{Lu}{1,2})(?![\p{L}\d-]))/u;

/** `InteractingRemotely`: an identifier that may be longer than a line on a phone. */
const LONG = /[\p{L}\d]{18,}/gu;
/** A faster test for texts that cannot match `LONG`. */
const UNBROKEN = /[^\s.,;:()-]{18}/;
const CAMEL_CASE = /(?<=\p{Ll})(?=\p{Lu})/u;

const SKIPPED = new Set(['pre', 'code', 'script', 'style', 'svg']);

/**
 * Adds no-break spaces to the text of a page, by the rules of its language. Wraps a name with a version in an element, because a no-break character
 * would be copied with the name. Adds break opportunities to long identifiers, before each part in camel case.
 */
export function lineBreaks(parent: Root | Element, lang: string): void {
  parent.children = parent.children.flatMap((node, at): ElementContent[] => {
    if (node.type === 'element') {
      if (!SKIPPED.has(node.tagName)) lineBreaks(node, String(node.properties.lang ?? lang));
      return [node];
    }
    if (node.type !== 'text') return [node as ElementContent];
    const value = bound(afterSpan(parent.children[at - 1], node.value), lang);
    if (!UNBROKEN.test(value) && !(value.includes('-') && VERSIONED.test(value))) return [text(value)];
    return value
      .split(VERSIONED)
      .flatMap((piece, at) => (at % 2 ? [element('span', { className: ['no-break'] }, [text(piece)])] : withBreaks(piece)));
  });
}

const bound = (value: string, lang: string): string =>
  spacesOf(lang)(value.replace(NUMBERED, '\u00a0').replace(SEPARATED, '\u00a0').replace(NAMED, '\u00a0'));

/** Binds a number at the beginning of a text to an abbreviation in another language before it, which is in an element of its own (`langSpans`). */
function afterSpan(before: Root['children'][number] | undefined, value: string): string {
  if (before?.type !== 'element' || before.tagName !== 'span' || !before.properties.lang || !/^\s/.test(value)) return value;
  const last = before.children.at(-1);
  if (last?.type !== 'text') return value;
  const whole = bound(last.value + value, String(before.properties.lang));
  return whole.slice(last.value.length).startsWith('\u00a0') ? value.replace(/^\s+/, '\u00a0') : value;
}

/** Adds a `wbr` element at each position where a long word may break. */
function withBreaks(value: string): ElementContent[] {
  const marked = value.replace(LONG, (word) => word.split(CAMEL_CASE).join('\0'));
  const [first, ...rest] = marked.split('\0');
  return [...(first ? [text(first)] : []), ...rest.flatMap((part) => [element('wbr', {}, []), text(part)])];
}

const text = (value: string): Text => ({ type: 'text', value });

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
