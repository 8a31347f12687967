import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HEIGHT, WIDTH, type Card } from '../../../src/cards/card.ts';
import { paintCard } from '../../../src/cards/render-card.ts';
import { shown } from '../../../src/cards/fonts.ts';
import { paintedArea, readPng } from './pixels.ts';

const LIMIT = 60 * 1024;
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const days: Record<string, string> = {};
/** The value of a colour of the site by day. */
const day = (name: string): string => {
  if (days[name]) return days[name];
  const [, colour, other] = new RegExp(`--${name}: (?:light-dark\\()?(?:#([0-9a-f]{6})|var\\(--([\\w-]+)\\))`).exec(tokens) ?? assert.fail(name);
  return (days[name] = colour ?? day(other!));
};
const card: Card = {
  lang: 'en',
  site: 'Fruit or Vegetable?',
  within: 'Vegetable',
  title: 'A word of the kitchen',
  sentence: 'In the common language of the people a vegetable is what is eaten with the dinner.',
  badge: { words: 'Settled', sign: 'full', ink: 'ink-soft' },
};
const bare: Card = { lang: 'en', site: '', title: '', sentence: '' };
const word = 'extraordinarily ';
const extremes: Record<string, Card> = {
  'the shortest': { ...bare, site: 'A', title: 'B' },
  'a title of thirty words': { ...card, title: word.repeat(30) },
  'a sentence of two hundred words': { ...card, sentence: word.repeat(200) },
  'everything at once': {
    ...card,
    site: word.repeat(20),
    within: word.repeat(20),
    title: word.repeat(30),
    sentence: word.repeat(200),
    badge: { words: word.repeat(9), sign: 'frame', ink: 'duty' },
  },
  'words without an end': { ...card, within: 'w'.repeat(300), title: 'm'.repeat(300), sentence: 'x'.repeat(900), site: 'y'.repeat(100) },
  Russian: { ...card, lang: 'ru', title: 'Слово из кухни', sentence: 'В обиходной речи овощ — то, что едят за обедом.' },
  'signs that the typeface lacks': { ...card, title: '你好 🍅', sentence: '你好 → 🍅' },
};

test('A card is a PNG of 1200×630 pixels on the paper of the site by day, in its inks.', async () => {
  const picture = readPng(await paintCard(card));
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  assert.deepEqual([WIDTH, HEIGHT], [1200, 630]);
  const colours = new Set(Array.from({ length: WIDTH * HEIGHT }, (_, at) => picture.at(at % WIDTH, Math.floor(at / WIDTH))));
  for (const name of ['paper', 'ink', 'ink-soft', 'accent', 'line']) assert.ok(colours.has(day(name)), name);
  assert.equal(picture.at(0, 0), day('paper'));
});

test('The same words give the same bytes, and other words others.', async () => {
  const png = await paintCard(card);
  assert.deepEqual(await paintCard({ ...card }), png);
  const changes: Partial<Card>[] = [
    { title: 'A word of the table' },
    { sentence: 'Otherwise.' },
    { within: 'Fruit' },
    { site: 'Tomato' },
    { badge: { words: 'Settled', sign: 'half', ink: 'ink-soft' } },
    { badge: { words: 'Settled', sign: 'empty', ink: 'ink-soft' } },
    { badge: { words: 'Settled', sign: 'frame', ink: 'duty' } },
  ];
  for (const change of changes) assert.notDeepEqual(await paintCard({ ...card, ...change }), png, JSON.stringify(change));
});

for (const [name, extreme] of Object.entries(extremes)) {
  test(`With ${name} nothing reaches into the margin, and the file is small.`, async () => {
    const png = await paintCard(extreme);
    const { left, top, right, bottom } = paintedArea(readPng(png));
    assert.ok(left >= 78 && right <= WIDTH - 78 && top >= 50 && bottom <= HEIGHT - 36, `${left} ${top} ${right} ${bottom}`);
    assert.ok(png.length <= LIMIT, `${png.length} bytes`);
  });
}

test('The line of the foot stays free, however much is said above it.', async () => {
  for (const [name, extreme] of Object.entries(extremes)) {
    const { at } = readPng(await paintCard(extreme));
    const rows = Array.from({ length: 50 }, (_, row) => row + 480);
    const line = rows.find((y) => at(90, y) === day('line') && at(WIDTH - 90, y) === day('line'));
    assert.ok(line, `${name}: the line is there`);
    for (let y = line - 14; y < line - 2; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) assert.equal(at(x, y), day('paper'), `${name}: ${x} ${y}`);
    }
  }
});

test('Cyrillic is painted, not left out.', async () => {
  const blank = paintedArea(readPng(await paintCard(bare)));
  const { top, left } = paintedArea(readPng(await paintCard({ ...bare, title: 'Овощ' })));
  assert.ok(top < blank.top && left < 90);
});

test('A sign that the typeface lacks is taken apart or left out; letters of both languages and their neighbours are kept.', () => {
  assert.equal(shown('ﬁn 你a🍅→'), 'fin a');
  const kept = 'AaZz ÄÖÜäöüß ÉéÇç ŁłŠšŽž АаЯяЁё ІіЇїЄєҐґ ΑαΩω 0123456789 .,;:!? –— ‘’“”„«» § № € % & @ * / () [] {} … · ×';
  assert.equal(shown(kept), kept);
});
