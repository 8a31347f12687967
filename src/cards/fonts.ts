/** The complete fonts of the site: upright, in every script. */
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/wasm/node';

const FAMILIES = { Literata: 'literata', Golos: 'golos-text' };

/** The files of each family, with their Unicode ranges. */
const files = Object.entries(FAMILIES).flatMap(([family, name]) => {
  const folder = new URL('.', import.meta.resolve(`@fontsource-variable/${name}/package.json`));
  const scripts = JSON.parse(readFileSync(new URL('unicode.json', folder), 'utf8')) as Record<string, string>;
  return Object.entries(scripts).map(([script, ranges]) => ({
    family,
    url: new URL(`files/${name}-${script}-wght-normal.woff2`, folder),
    ranges: ranges.split(',').map(parseRange),
  }));
});

/** Parses `U+400-45F`. */
function parseRange(text: string): [from: number, to: number] {
  const [from, to = from] = text.slice(2).split('-');
  return [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
}

/** Registers every font file with a renderer. */
export async function registerFonts(renderer: Renderer): Promise<void> {
  for (const { family, url, ranges } of files) await renderer.registerFont({ name: family, data: readFileSync(url), unicodeRange: ranges });
}

/** Decomposes characters that no font has (ﬁ to fi), or removes them: an empty box means nothing to a reader. */
export function supportedText(text: string): string {
  const has = (character: string): boolean =>
    files.some(({ ranges }) => ranges.some(([from, to]) => from <= character.codePointAt(0)! && character.codePointAt(0)! <= to));
  return [...text].map((character) => (has(character) ? character : [...character.normalize('NFKD')].filter(has).join(''))).join('');
}
