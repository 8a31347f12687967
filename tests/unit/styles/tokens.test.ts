import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const css = (await readFile('src/styles/tokens.css', 'utf8')).split('@media')[0]!;
const palette = new Map([...css.matchAll(/--([\w-]+): #([\da-f]{6});/g)].map(([, name, hex]): [string, string] => [name!, hex!]));
const meanings = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(var\(--([\w-]+)\), var\(--([\w-]+)\)\);/g)].map(([, name, day, night]): [string, [string, string]] => [
    name!,
    [day!, night!],
  ]),
);

/** Returns the relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string, scheme: 0 | 1): number {
  const [low, high] = [one, other].map((name) => luminance(palette.get(meanings.get(name)![scheme])!)).sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const words = ['text', 'text-soft', 'accent', 'accent-alt', 'duty', 'terms', 'risk', 'clear'];
const contracts: [tokens: string[], ground: string, least: number][] = [
  [words, 'bg', 7],
  [words, 'surface', 4.5],
  [words, 'highlight', 4.5],
  [['text'], 'highlight', 7],
  [['border-strong'], 'bg', 3],
];

for (const [scheme, name] of ['light', 'dark'].entries()) {
  for (const [tokens, ground, least] of contracts) {
    test(`In ${name}, ${tokens.join(', ')} have ${least}:1 on ${ground}.`, () => {
      const low = tokens
        .map((token) => `${token} ${contrast(token, ground, scheme as 0 | 1).toFixed(2)}`)
        .filter((result) => Number(result.split(' ')[1]) < least);
      assert.deepEqual(low, []);
    });
  }
}
