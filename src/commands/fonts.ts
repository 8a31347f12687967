/** `npm run fonts`: cut the site's typefaces down to the signs and weights it uses. Run by hand; its results are committed. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const LATIN = `${range(0x20, 0x7e)}\u00a0–—‘’“”«»…·§→←↩×éöü`;
/** Nobody slants a bracket of code. */
const SLANTED = LATIN.replace(/[#$*+<=>@[\\\]^_`{|}~§←→↩×]/g, '');
const CYRILLIC = `${range(0x410, 0x44f)}Ёё№«»—`;

const cuts = [
  // The furniture keeps to one weight: what is more important there is larger or darker.
  { name: 'golos-text', script: 'latin', style: 'normal', signs: LATIN, axes: { wght: 400 } },
  { name: 'golos-text-cyrillic', script: 'cyrillic', style: 'normal', signs: CYRILLIC, axes: { wght: 400 } },
  { name: 'literata', script: 'latin', style: 'normal', signs: LATIN, axes: { wght: { min: 400, max: 600 } } },
  { name: 'literata-italic', script: 'latin', style: 'italic', signs: SLANTED, axes: { wght: 400 } },
  { name: 'literata-cyrillic', script: 'cyrillic', style: 'normal', signs: CYRILLIC, axes: { wght: 400 } },
];

const require = createRequire(import.meta.url);
for (const { name, script, style, signs, axes } of cuts) {
  const family = name.replace(/-(?:italic|cyrillic)$/, '');
  const whole = await readFile(require.resolve(`@fontsource-variable/${family}/files/${family}-${script}-wght-${style}.woff2`));
  // Without the closure the stylistic alternates stay out; kerning stays in.
  const cut = await subset(whole, signs, { targetFormat: 'woff2', variationAxes: axes, noLayoutClosure: true });
  await writeFile(new URL(`../fonts/${name}.woff2`, import.meta.url), cut);
  console.log(`${name}  ${whole.length} → ${cut.length} bytes`);
}
