/** The colours of the site by day, from its own tokens. */
import { readFileSync } from 'node:fs';

/** The colours that something on a card is drawn in. */
export const INKS = ['ink', 'ink-soft', 'line', 'accent', 'duty', 'terms', 'risk', 'clear'] as const;

export type Ink = (typeof INKS)[number];

/** Red, green, blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

const tokens = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** Read the light value of a token of the site's stylesheet. */
export function colourOf(token: Ink | 'paper'): Colour {
  const [, hex] = new RegExp(`--${token}:\\s*(?:light-dark\\()?#([0-9a-f]{6})`).exec(tokens) ?? [];
  if (!hex) throw new Error(`src/styles/tokens.css has no --${token} with a colour of six hexadecimal digits; the cards need it.`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}
