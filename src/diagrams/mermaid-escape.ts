/**
 * Mermaid names a character that its grammar would read as a sign `#<code>;`, an HTML entity with `#` for `&`. With
 * SVG labels (`htmlLabels: false`) Mermaid 12.3 prints numeric entities as they stand, and may break a long word
 * inside one. Until it decodes them, every entity travels through Mermaid as one private-use character, `carrier` above
 * its code, and is given back where the text enters the drawing (`drafting.ts`).
 */
export const carrier = 0xf0000;

/** Write any text as a Mermaid label between double quotes, in which nothing is grammar, markup or Markdown. */
export function lettered(text: string): string {
  const line = text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return [...line].map((sign) => (plain.test(sign) ? sign : `#${sign.codePointAt(0)};`)).join('');
}

/**
 * Make a Mermaid source fit to be drawn: entities become their carriers, but for lines of style, where `#333;` is a
 * colour; and a link to `kb:address` becomes `#kb:address`, since Mermaid drops links of a scheme it does not know.
 */
export function carried(source: string): string {
  return source.replace(/^.*$/gm, (line) => {
    if (/^\s*(?:style|classDef|linkStyle)\b/.test(line)) return line;
    const linked = /^\s*click\b/.test(line) ? line.replace(/(?<=["\s])kb:/, '#kb:') : line;
    return linked.replace(/#(?:(\d{1,6})|([a-z]+));/gi, (entity, code: string | undefined, name: string | undefined) => {
      const point = code ? Number(code) : named.get(name!.toLowerCase());
      if (point === undefined || point < 32) return entity;
      return String.fromCodePoint(point > 0xffff ? point : carrier + point);
    });
  });
}

/** Give every carried character of a text back. */
export function delivered(text: string): string {
  return text.replace(/[\u{f0000}-\u{fffff}]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - carrier));
}

/** Letters, digits, pictures and their joiners, and the punctuation that is plain text to every grammar of Mermaid. */
const plain =
  /^(?:(?!\ufb02)[\p{L}\p{M}\p{N}]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[\u200c\u200d]|[ ,.?!:()/’‘“”«»…—–№§-])$/u;

const named = new Map(Object.entries({ quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160, semi: 59, num: 35 }));
