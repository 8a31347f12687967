import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEIGHT, WIDTH, type Card } from '../../../src/cards/card.ts';
import { printCard } from '../../../src/cards/printing.ts';
import { printedArea, readPng } from './pixels.ts';

const LIMIT = 60 * 1024;
const card: Card = {
  site: 'Fruit or Vegetable?',
  within: 'Vegetable',
  title: 'A word of the kitchen',
  sentence: 'In the common language of the people a vegetable is what is eaten with the dinner.',
  standing: { words: 'Settled', sign: 'full', ink: 'ink-soft' },
};
const word = 'extraordinarily ';
const extremes: Record<string, Card> = {
  'the shortest': { site: 'A', title: 'B', sentence: '' },
  'a title of thirty words': { ...card, title: word.repeat(30) },
  'a sentence of two hundred words': { ...card, sentence: word.repeat(200) },
  'everything at once': {
    ...card,
    site: word.repeat(20),
    within: word.repeat(20),
    title: word.repeat(30),
    sentence: word.repeat(200),
    standing: { words: word.repeat(9), sign: 'frame', ink: 'duty' },
  },
  'words without an end': { ...card, within: 'w'.repeat(300), title: 'm'.repeat(300), sentence: 'x'.repeat(900), site: 'y'.repeat(100) },
  Russian: { ...card, title: 'Слово из кухни', sentence: 'В обиходной речи овощ — то, что едят за обедом.' },
  'signs that the typeface lacks': { ...card, title: '你好 🍅', sentence: '你好 → 🍅' },
};

test('A card is a PNG of 1200×630 pixels on the paper of the site.', () => {
  const png = printCard(card);
  const picture = readPng(png);
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  assert.deepEqual([WIDTH, HEIGHT], [1200, 630]);
  assert.deepEqual(picture.palette[picture.at(0, 0)], [0xfd, 0xfb, 0xf6]);
  assert.ok(
    picture.palette.some((colour) => colour.join() === [0x21, 0x1d, 0x18].join()),
    'the ink is there',
  );
});

test('The same words give the same bytes, and other words others.', () => {
  assert.deepEqual(printCard(card), printCard({ ...card }));
  const changes: Partial<Card>[] = [
    { title: 'A word of the table' },
    { sentence: 'Otherwise.' },
    { within: 'Fruit' },
    { site: 'Tomato' },
    { standing: { words: 'Settled', sign: 'half', ink: 'ink-soft' } },
  ];
  for (const change of changes) assert.notDeepEqual(printCard(card), printCard({ ...card, ...change }), JSON.stringify(change));
});

for (const [name, extreme] of Object.entries(extremes)) {
  test(`With ${name} nothing reaches into the margin, and the file is small.`, () => {
    const png = printCard(extreme);
    const { left, top, right, bottom } = printedArea(readPng(png));
    assert.ok(left >= 78 && right <= WIDTH - 78 && top >= 50 && bottom <= HEIGHT - 36, `${left} ${top} ${right} ${bottom}`);
    assert.ok(png.length <= LIMIT, `${png.length} bytes`);
  });
}

test('Cyrillic is printed, not left out.', () => {
  const blank = printedArea(readPng(printCard({ site: '', title: '', sentence: '' })));
  const { top, left } = printedArea(readPng(printCard({ site: '', title: 'Овощ', sentence: '' })));
  assert.ok(top < blank.top && left < 90);
});
