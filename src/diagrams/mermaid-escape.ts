/**
 * Mermaid's escape for a character of its syntax is an HTML entity with `#` in place of `&`: `#<code>;`. With SVG labels
 * (`htmlLabels: false`) Mermaid 12.3 does not decode numeric entities, and may break a long word inside one. Until it does, this file
 * encodes each entity as one private-use character, `entityOffset` above its code, and `in-page.ts` decodes it when the text enters the drawing.
 */
export const entityOffset = 0xf0000;

/** Escapes a text as a Mermaid label between double quotes, so that no part of it is syntax, markup or Markdown. */
export function escapeLabel(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return [...line].map((character) => (plain.test(character) ? character : `#${character.codePointAt(0)};`)).join('');
}

/**
 * Encodes the entities of a Mermaid source, except in lines of style, where `#333;` is a colour. A link to `kb:address` becomes
 * `#kb:address`, because Mermaid removes links of an unknown scheme.
 */
export function encodeEntities(source: string): string {
  return source.replace(/^.*$/gm, (line) => {
    if (/^\s*(?:style|classDef|linkStyle)\b/.test(line)) return line;
    const linked = /^\s*click\b/.test(line) ? line.replace(/(?<=["\s])kb:/, '#kb:') : line;
    return linked.replace(/#(?:(\d{1,6})|([a-z]+));/gi, (entity, code: string | undefined, name: string | undefined) => {
      const point = code ? Number(code) : named.get(name!.toLowerCase());
      if (point === undefined || point < 32) return entity;
      return String.fromCodePoint(point > 0xffff ? point : entityOffset + point);
    });
  });
}

/** Decodes the entities of a text. */
export function decodeEntities(text: string): string {
  return text.replace(/[\u{f0000}-\u{fffff}]/gu, (character) => String.fromCodePoint(character.codePointAt(0)! - entityOffset));
}

/** Letters, digits, emoji and their joiners, and the punctuation that is plain text in every grammar of Mermaid. */
const plain =
  /^(?:(?!\ufb02)[\p{L}\p{M}\p{N}]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200c\u200d]|[ ,.?!:()/’‘“”«»…—–№§-])$/u;

const named = new Map(Object.entries({ quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160, semi: 59, num: 35 }));
