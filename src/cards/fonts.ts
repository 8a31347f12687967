/** The site's own typefaces, whole: upright, in every script that they have. */
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/wasm/node';

const FAMILIES = { Literata: 'literata', Golos: 'golos-text' };

/** Each file of each family, with the signs that it has. */
const files = Object.entries(FAMILIES).flatMap(([family, name]) => {
  const folder = new URL('.', import.meta.resolve(`@fontsource-variable/${name}/package.json`));
  const scripts = JSON.parse(readFileSync(new URL('unicode.json', folder), 'utf8')) as Record<string, string>;
  return Object.entries(scripts).map(([script, ranges]) => ({
    family,
    url: new URL(`files/${name}-${script}-wght-normal.woff2`, folder),
    ranges: ranges.split(',').map(rangeOf),
  }));
});

/** Read `U+400-45F`. */
function rangeOf(text: string): [from: number, to: number] {
  const [from, to = from] = text.slice(2).split('-');
  return [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
}

export async function registerTypefaces(renderer: Renderer): Promise<void> {
  for (const { family, url, ranges } of files) await renderer.registerFont({ name: family, data: readFileSync(url), unicodeRange: ranges });
}

/** Take signs that no typeface has apart (ﬁ to fi), or leave them out: an empty box says nothing to a reader. */
export function shown(text: string): string {
  const has = (sign: string): boolean =>
    files.some(({ ranges }) => ranges.some(([from, to]) => from <= sign.codePointAt(0)! && sign.codePointAt(0)! <= to));
  return [...text].map((sign) => (has(sign) ? sign : [...sign.normalize('NFKD')].filter(has).join(''))).join('');
}
