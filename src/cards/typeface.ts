/** The site's own typeface, whole: Literata upright in every script that it has. */
import { readFileSync } from 'node:fs';
import type { Renderer } from '@takumi-rs/wasm/node';

const folder = new URL('.', import.meta.resolve('@fontsource-variable/literata/package.json'));
const read = (name: string): Buffer => readFileSync(new URL(name, folder));

/** The scripts, each in a file of its own, with the signs that the file has. */
const scripts = Object.entries(JSON.parse(read('unicode.json').toString()) as Record<string, string>).map(([script, ranges]) => ({
  script,
  ranges: ranges.split(',').map((range): [number, number] => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [from, to];
  }),
}));

export async function registerTypeface(renderer: Renderer): Promise<void> {
  for (const { script, ranges } of scripts) {
    await renderer.registerFont({ name: 'Literata', data: read(`files/literata-${script}-wght-normal.woff2`), unicodeRange: ranges });
  }
}

/** Take signs that the typeface lacks apart (ﬁ to fi), or leave them out: an empty box says nothing to a reader. */
export function shown(text: string): string {
  const has = (sign: string): boolean =>
    scripts.some(({ ranges }) => ranges.some(([from, to]) => from <= sign.codePointAt(0)! && sign.codePointAt(0)! <= to));
  return [...text].map((sign) => (has(sign) ? sign : [...sign.normalize('NFKD')].filter(has).join(''))).join('');
}
