/**
 * Characters that no reader sees and that change what a text means: control characters, the embeddings and overrides of the writing direction, which
 * show the characters of a text in a different order, surrogates without a partner, noncharacters, which programs use as marks, and tags, which hide a
 * text from people but not from programs.
 * The emoji of some flags contain tags; marks of the direction and isolates are ordinary in texts with two directions.
 */
const INVISIBLE =
  /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202a-\u202e\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0000}-\u{e007f}]/gu;

/** Finds such characters of a text, with their offsets and their names, such as `U+202E`. */
export const invisibleIn = (text: string): { index: number; name: string }[] =>
  [...text.matchAll(INVISIBLE)].map(({ 0: found, index }) => ({
    index,
    name: `U+${found.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  }));
