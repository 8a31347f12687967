import { analyze, type Term } from './analyzer.ts';

/** A word of a query or a name: its key, and other keys with the same meaning. */
export interface Token {
  key: string;
  /** `§13` for the 13 of “s. 13”, `10000` for “ten thousand”. */
  also: string[];
  at: number;
  from: number;
  to: number;
}

/** Lists the words of a text, each once: a number in words is one token. */
export function tokensOf(text: string): Token[] {
  let terms = analyze(text);
  if (terms.length === 0) terms = analyze(text, true);
  const tokens: Token[] = [];
  let free = 0;
  for (const term of terms) {
    if (term.role === 'figure' && term.at >= free && !term.key.startsWith('§')) {
      tokens.push(tokenOf(term));
      free = term.at + term.span;
    } else if (term.role === 'word' && term.at >= free) tokens.push(tokenOf(term));
  }
  for (const { key, at, role } of terms) {
    if (role === 'figure' && key.startsWith('§')) {
      const token = tokens.find((one) => one.at === at);
      if (token) Object.assign(token, { key, also: [token.key] });
    }
  }
  for (const token of tokens) {
    // A single number of three or four digits is most likely the number of an article.
    if (/^\d{3,4}(?:\.\d+)?$/.test(token.key)) Object.assign(token, { key: `§${token.key}`, also: [token.key] });
  }
  return tokens;
}

const tokenOf = ({ key, at, from, to }: Term): Token => ({ key, also: [], at, from, to });

/** Returns the key of a name: the keys of its words in order. */
export const phraseKey = (text: string): string =>
  tokensOf(text)
    .map(({ key }) => key)
    .join(' ');
