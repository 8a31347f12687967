/**
 * Mermaid names a character that its grammar would read as a sign `#<code>;`, an HTML entity with `#` for `&`. With
 * SVG labels (`htmlLabels: false`) Mermaid 12.3 prints numeric entities as they stand, and may break a long word
 * inside one. Until it decodes them, every entity travels through Mermaid as one private-use character, `carrier` above
 * its code, and is given back where the text enters the drawing (`drafting.ts`).
 */
export const carrier = 0xf0000;

const plain = /[^\p{L}\p{M}\p{N}\p{Emoji_Presentation}\p{Extended_Pictographic}\u200c\u200d\ufe0f ,.?!:()/’‘“”«»…—–№§-]|ﬂ/gu;

/** Write any text as a Mermaid label between double quotes, in which nothing is grammar, markup or Markdown. */
export function lettered(text: string): string {
  const line = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.replace(plain, (sign) => `#${sign.codePointAt(0)};`);
}

/** Replace the entities of a Mermaid source by their carriers, but for lines of style, where `#333;` is a colour. */
export function carried(source: string): string {
  return source.replace(/^(?!\s*(?:style|classDef|linkStyle)\b).*$/gm, (line) =>
    line.replace(/#(?:(\d{1,6})|([a-z]+));/gi, (entity, code: string | undefined, name: string | undefined) => {
      const point = code ? Number(code) : named[name?.toLowerCase() ?? ''];
      return point === undefined || point < 32 || point > 0xffff ? entity : String.fromCodePoint(carrier + point);
    }),
  );
}

/** Give every carried character of a text back. */
export function delivered(text: string): string {
  return text.replace(/[\u{f0000}-\u{fffff}]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - carrier));
}

const named: Record<string, number> = { quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160, semi: 59, num: 35 };
