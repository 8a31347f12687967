/** `npm run fonts`: reduces the fonts to the characters and weights that the site uses. Run it by hand and commit the result. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const LETTERS = `${range(0x41, 0x5a)}${range(0x61, 0x7a)}`;
const PLAIN = `${LETTERS}${range(0x30, 0x39)} '(),-.:;?\u00a0–—’“”`;
/** Characters of text and UI. Code uses a system font. */
const LATIN = `${PLAIN}éöü!"%&*+/=[]‘«»…·§→←↩×`;
/** Headings and emphasised first words. */
const BOLD = `${PLAIN}/«»→`;
/** Titles of works, and emphasis. */
const SLANTED = `${LETTERS}éöü .,-–’`;
const CYRILLIC = `${range(0x410, 0x44f)}Ёё№«»—`;

/** Kerning adds a fifth to a file, and is only visible in running text. */
const KERNED = ['kern'];

const cuts = [
  // The UI uses one weight; size and colour distinguish headings.
  { name: 'golos-text', script: 'latin', style: 'normal', characters: LATIN, axes: { wght: 400 }, features: [] },
  { name: 'golos-text-cyrillic', script: 'cyrillic', style: 'normal', characters: CYRILLIC, axes: { wght: 400 }, features: [] },
  { name: 'literata', script: 'latin', style: 'normal', characters: LATIN, axes: { wght: 400 }, features: KERNED },
  // For Russian pages, which have few Latin words. Their Cyrillic font has no kerning either.
  { name: 'literata-unkerned', script: 'latin', style: 'normal', characters: LATIN, axes: { wght: 400 }, features: [] },
  { name: 'literata-bold', script: 'latin', style: 'normal', characters: BOLD, axes: { wght: 600 }, features: [] },
  { name: 'literata-italic', script: 'latin', style: 'italic', characters: SLANTED, axes: { wght: 400 }, features: [] },
  { name: 'literata-cyrillic', script: 'cyrillic', style: 'normal', characters: CYRILLIC, axes: { wght: 400 }, features: [] },
];

const require = createRequire(import.meta.url);
for (const { name, script, style, characters, axes, features } of cuts) {
  const family = name.replace(/-(?:bold|italic|cyrillic|unkerned)$/, '');
  const whole = await readFile(require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-${style}.woff2`));
  // Without layout closure, stylistic alternates are left out.
  const cut = await subset(whole, characters, { targetFormat: 'woff2', variationAxes: axes, noLayoutClosure: true, keepFeatures: features });
  await writeFile(new URL(`../fonts/${name}.woff2`, import.meta.url), cut);
  console.log(`${name}  ${whole.length} → ${cut.length} bytes`);
}
