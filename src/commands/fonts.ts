/** `npm run fonts`: cut the site's typefaces down to the signs and weights it uses. Run by hand; its results are committed. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const LETTERS = `${range(0x41, 0x5a)}${range(0x61, 0x7a)}`;
const PLAIN = `${LETTERS}${range(0x30, 0x39)} '(),-.:;?\u00a0–—’“”`;
/** What prose and furniture use; code has a face of its own. */
const LATIN = `${PLAIN}éöü!"%&*+/=[]‘«»…·§→←↩×`;
/** Headings and first words. */
const BOLD = `${PLAIN}/«»→`;
/** Titles of works, and words under stress. */
const SLANTED = `${LETTERS}éöü .,-–’`;
const CYRILLIC = `${range(0x410, 0x44f)}Ёё№«»—`;

/** Kerning adds a fifth to a face, and shows in the lines of the text alone. */
const KERNED = ['kern'];

const cuts = [
  // The furniture keeps to one weight: what is more important there is larger or darker.
  { name: 'golos-text', script: 'latin', style: 'normal', signs: LATIN, axes: { wght: 400 }, features: [] },
  { name: 'golos-text-cyrillic', script: 'cyrillic', style: 'normal', signs: CYRILLIC, axes: { wght: 400 }, features: [] },
  { name: 'literata', script: 'latin', style: 'normal', signs: LATIN, axes: { wght: 400 }, features: KERNED },
  { name: 'literata-bold', script: 'latin', style: 'normal', signs: BOLD, axes: { wght: 600 }, features: [] },
  { name: 'literata-italic', script: 'latin', style: 'italic', signs: SLANTED, axes: { wght: 400 }, features: [] },
  { name: 'literata-cyrillic', script: 'cyrillic', style: 'normal', signs: CYRILLIC, axes: { wght: 400 }, features: [] },
];

const require = createRequire(import.meta.url);
for (const { name, script, style, signs, axes, features } of cuts) {
  const family = name.replace(/-(?:bold|italic|cyrillic)$/, '');
  const whole = await readFile(require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-${style}.woff2`));
  // Without the closure the stylistic alternates stay out.
  const cut = await subset(whole, signs, { targetFormat: 'woff2', variationAxes: axes, noLayoutClosure: true, keepFeatures: features });
  await writeFile(new URL(`../fonts/${name}.woff2`, import.meta.url), cut);
  console.log(`${name}  ${whole.length} → ${cut.length} bytes`);
}
