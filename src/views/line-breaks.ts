/** Controls where lines of text may break. Code and drawings stay unchanged. */
import { spacesWhere, NO_BREAK, spacesOf } from '../i18n/spaces.ts';
import { attributeOf, isElement, isText, makeElement, makeText, type HtmlNode, type HtmlParent } from './html-tree.ts';

/** Matches spaces where no line may break. The lookbehind is last, because it is slow at every letter. */
const BOUND = spacesWhere(
  // Between an abbreviation or the name of a part, and its number: `art. 12`, `section 7`, `point (d)`.
  /(?=\d|\([a-z]\))(?<=(?:\p{Ll}\.|\b(?:answers?|assumptions?|contexts?|indents?|notes?|points?|questions?|sections?))\s+)/u,
  // Before a middle dot. No line begins with the dot.
  /(?=·)/u,
  // In a name with a version: `CC BY 4.0`.
  /(?=(?:\p{Lu}{2}(?:-\p{Lu}{2})*\s+)?\d+\.\d)(?<=\p{Lu}{2}\s+)/u,
  // After the `v` between two parties.
  /(?=\p{Lu})(?<=\p{L}\s+v\.?\s+)/u,
);

/**
 * `ISO-8601.2`, the point `K-f`, the act `12-AB`: browsers break a line after a hyphen before a digit, and after a hyphen that follows a digit
 * or a single letter.
 */
const VERSIONED = /(\p{Lu}{2,}-\d[\d.]*\d|(?<![\p{L}\d-])(?:\p{Lu}\d?-[\p{Ll}\d]|\d{1,4}-\p{Lu}{1,2})(?![\p{L}\d-]))/u;

/** `InteractingRemotely`: an identifier that may be longer than a line on a phone. */
const LONG = /[\p{L}\d]{18,}/gu;
/** A faster test for texts that cannot match `LONG`. */
const UNBROKEN = /(?<![^\s.,;:()-])[^\s.,;:()-]{18}/;
const CAMEL_CASE = /(?<=\p{Ll})(?=\p{Lu})/u;

const SKIPPED = new Set(['pre', 'code', 'script', 'style', 'svg']);

/**
 * Adds no-break spaces to the text of a page, by the rules of its language. Wraps a name with a version in an element, because a no-break character
 * would be copied with the name. Adds break opportunities to long identifiers, before each part in camel case.
 */
export function lineBreaks({ childNodes }: HtmlParent, lang: string): void {
  // From the end, because a text can become several nodes.
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const node = childNodes[at];
    if (isElement(node) && !SKIPPED.has(node.tagName)) lineBreaks(node, attributeOf(node, 'lang') ?? lang);
    if (!isText(node)) continue;
    node.value = bound(afterSpan(childNodes[at - 1], node.value), lang);
    if ((node.value.length >= 18 && UNBROKEN.test(node.value)) || (node.value.includes('-') && VERSIONED.test(node.value)))
      childNodes.splice(at, 1, ...parts(node.value));
  }
}

const parts = (value: string): HtmlNode[] =>
  value.split(VERSIONED).flatMap((piece, at) => (at % 2 ? [makeElement('span', { class: 'no-break' }, [makeText(piece)])] : withBreaks(piece)));

const bound = (value: string, lang: string): string => spacesOf(lang)(value.replace(BOUND, NO_BREAK));

/** Binds a number at the beginning of a text to an abbreviation in another language before it, which is in an element of its own (`langSpans`). */
function afterSpan(before: HtmlNode | undefined, value: string): string {
  if (!isElement(before) || before.tagName !== 'span' || !/^\s/.test(value)) return value;
  const lang = attributeOf(before, 'lang');
  const last = before.childNodes.at(-1);
  if (!lang || !isText(last)) return value;
  const whole = bound(last.value + value, lang);
  return whole.slice(last.value.length).startsWith(NO_BREAK) ? value.replace(/^\s+/, NO_BREAK) : value;
}

/** Adds a `wbr` element at each position where a long word may break. */
function withBreaks(value: string): HtmlNode[] {
  const marked = value.replace(LONG, (word) => word.split(CAMEL_CASE).join('\0'));
  const [first, ...rest] = marked.split('\0');
  return [...(first ? [makeText(first)] : []), ...rest.flatMap((part) => [makeElement('wbr', {}, []), makeText(part)])];
}
