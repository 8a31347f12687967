/**
 * Typographic quotation marks, dashes and ellipses, by the rules of retext-smartypants. remark-smartypants parses each text into sentences and words,
 * which took an eighth of a build; here the classes of the neighbouring characters are enough.
 */
import type { Root, Text } from 'mdast';
import { nodesIn } from './nodes-in.ts';

/** Blocks that begin a new text. Quotation marks are not paired across them. */
const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

/** A letter that replaces each character of code, so that code counts as part of a word. */
const CODE = 'A';

/** Replaces the characters of a tree. Quotation marks are paired across links and emphasis. */
export function typographicPunctuation() {
  return (tree: Root): void => {
    const texts: { node: Text; start: number }[] = [];
    let all = '';
    for (const node of nodesIn(tree)) {
      if (BLOCKS.has(node.type)) all += ' ';
      else if (node.type === 'inlineCode') all += CODE.repeat(node.value.length);
      else if (node.type === 'text') {
        texts.push({ node, start: all.length });
        all += node.value;
      }
    }
    const quoted = withQuotes(all);
    for (const { node, start } of texts) node.value = withSigns(quoted.slice(start, start + node.value.length));
  };
}

const withSigns = (text: string): string =>
  text
    .replace(/(?<!\.)\.{3,}(?!\.)|\.(?:\s\.){2,}/g, '…')
    .replace(/(?<!`)``(?!`)/g, '“')
    .replace(/(?<!-)--(?!-)/g, '—');

type Kind = 'word' | 'space' | 'punctuation' | undefined;
const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}]/u.test(character);

/** Returns the text with every straight quotation mark replaced by a typographic one; its length stays the same. */
export function withQuotes(text: string): string {
  if (!/["']/.test(text)) return text;
  const characters = text.split('');
  const kind = (at: number): Kind => {
    const character = text[at];
    if (character === undefined) return undefined;
    return /\s/.test(character) ? 'space' : isWord(character) || /[\uD800-\uDFFF]/.test(character) ? 'word' : 'punctuation';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = characters[at]!;
    if (character !== '"' && character !== "'") continue;
    characters[at] = (isOpening(text, at, kind, characters) ? OPENING : CLOSING)[character];
  }
  return characters.join('');
}

const OPENING = { '"': '“', "'": '‘' };
const CLOSING = { '"': '”', "'": '’' };

function isOpening(text: string, at: number, kind: (at: number) => Kind, characters: string[]): boolean {
  const [before, next] = [kind(at - 1), kind(at + 1)];
  const following = text[at + 1];
  if (next === 'punctuation') {
    if (kind(at + 2) !== 'word') return false;
    // “‘Quoted’ words in a larger quotation.”
    if (following === '"' || following === "'") {
      characters[at + 1] = OPENING[following];
      return true;
    }
  }
  // ’80s
  if (/^\d\ds(?![\p{L}\p{N}])/u.test(text.slice(at + 1, at + 5))) return false;
  if (before === 'space' || before === 'punctuation') {
    if (next === 'word') return true;
  } else if (before === 'word') return false;
  return next !== undefined && next !== 'space' && !(text[at] === "'" && /^s(?![\p{L}\p{N}])/u.test(text.slice(at + 1)));
}
