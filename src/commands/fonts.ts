/** `npm run fonts`: cut the typeface down to the signs and weights it is used in, for the pages and for the cards. Run by hand; its results are committed. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const range = (from: number, to: number): string => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const LATIN = `${range(0x20, 0x7e)}\u00a0–—‘’“”«»…·§→←↩×éöü`;
const CYRILLIC = `${range(0x410, 0x44f)}Ёё№«»—`;
const SIGNS = '‘’‚“”„–—…•‹›·§†‡′″€™←→−×÷≈≠≤≥';
const UPRIGHT = { wght: { min: 400, max: 600 } };

/** What a reader downloads: few signs, small. */
const pages = [
  { name: 'literata', script: 'latin', style: 'normal', signs: LATIN, axes: UPRIGHT },
  { name: 'literata-italic', script: 'latin', style: 'italic', signs: LATIN, axes: { wght: 400 } },
  { name: 'literata-cyrillic', script: 'cyrillic', style: 'normal', signs: CYRILLIC, axes: { wght: 400 } },
].map((cut) => ({ ...cut, file: `fonts/${cut.name}.woff2`, format: 'woff2' as const }));

/** What only the build reads: every sign of the scripts that a base may be written in, as plain TrueType. */
const cards = [
  { script: 'latin', signs: range(0x20, 0x7e) + range(0xa0, 0xff) + SIGNS },
  { script: 'latin-ext', signs: range(0x100, 0x17f) },
  { script: 'cyrillic', signs: `${range(0x400, 0x45f)}Ґґ№` },
  { script: 'greek', signs: range(0x384, 0x3ce) },
].map((cut) => ({ ...cut, style: 'normal', axes: UPRIGHT, file: `cards/fonts/${cut.script}.ttf`, format: 'sfnt' as const }));

const require = createRequire(import.meta.url);
for (const { file, script, style, signs, axes, format } of [...pages, ...cards]) {
  const whole = await readFile(require.resolve(`@fontsource-variable/literata/files/literata-${script}-wght-${style}.woff2`));
  // Without the closure the stylistic alternates stay out; kerning stays in.
  const cut = await subset(whole, signs, { targetFormat: format, variationAxes: axes, noLayoutClosure: true });
  await writeFile(new URL(`../${file}`, import.meta.url), cut);
  console.log(`${file}  ${whole.length} → ${cut.length} bytes`);
}
