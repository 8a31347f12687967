import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { HEIGHT, WIDTH, type Card } from '../../../src/cards/card.ts';
import { renderCard } from '../../../src/cards/render-card.ts';
import { supportedText } from '../../../src/cards/fonts.ts';
import { contentBox, readPng } from './pixels.ts';

const LIMIT = 60 * 1024;
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const days: Record<string, string> = {};
/** Returns the value of a colour of the light theme. */
const day = (name: string): string => {
  if (days[name]) return days[name];
  const [, colour, other] = new RegExp(`--${name}: (?:light-dark\\()?(?:#([0-9a-f]{6})|var\\(--([\\w-]+)\\))`).exec(tokens) ?? assert.fail(name);
  return (days[name] = colour ?? day(other!));
};
const card: Card = {
  lang: 'en',
  site: 'Fruit or Vegetable?',
  context: 'Vegetable',
  title: 'A word of the kitchen',
  description: 'In the common language of the people a vegetable is what is eaten with the dinner.',
  badge: { label: 'Settled', icon: 'full', colour: 'text-soft' },
};
const bare: Card = { lang: 'en', site: '', title: '', description: '' };
const word = 'extraordinarily ';
const extremes: Record<string, Card> = {
  'the shortest': { ...bare, site: 'A', title: 'B' },
  'a title of thirty words': { ...card, title: word.repeat(30) },
  'a description of two hundred words': { ...card, description: word.repeat(200) },
  'everything at once': {
    ...card,
    site: word.repeat(20),
    context: word.repeat(20),
    title: word.repeat(30),
    description: word.repeat(200),
    badge: { label: word.repeat(9), icon: 'boxed', colour: 'duty' },
  },
  'words of hundreds of letters': { ...card, context: 'w'.repeat(300), title: 'm'.repeat(300), description: 'x'.repeat(900), site: 'y'.repeat(100) },
  Russian: { ...card, lang: 'ru', title: 'Слово из кухни', description: 'В обиходной речи овощ — то, что едят за обедом.' },
  'characters that no font has': { ...card, title: '你好 🍅', description: '你好 → 🍅' },
};

test('A card is a PNG of 1200×630 pixels in the colours of the light theme.', async () => {
  const picture = readPng(await renderCard(card));
  assert.deepEqual([picture.width, picture.height], [1200, 630]);
  assert.deepEqual([WIDTH, HEIGHT], [1200, 630]);
  const colours = new Set(Array.from({ length: WIDTH * HEIGHT }, (_, at) => picture.at(at % WIDTH, Math.floor(at / WIDTH))));
  for (const name of ['bg', 'text', 'text-soft', 'accent', 'border']) assert.ok(colours.has(day(name)), name);
  assert.equal(picture.at(0, 0), day('bg'));
});

test('The same content gives the same bytes, and other content other bytes.', async () => {
  const png = await renderCard(card);
  assert.deepEqual(await renderCard({ ...card }), png);
  const changes: Partial<Card>[] = [
    { title: 'A word of the table' },
    { description: 'Otherwise.' },
    { context: 'Fruit' },
    { site: 'Tomato' },
    { badge: { label: 'Settled', icon: 'half', colour: 'text-soft' } },
    { badge: { label: 'Settled', icon: 'empty', colour: 'text-soft' } },
    { badge: { label: 'Settled', icon: 'boxed', colour: 'duty' } },
  ];
  for (const change of changes) assert.notDeepEqual(await renderCard({ ...card, ...change }), png, JSON.stringify(change));
});

for (const [name, extreme] of Object.entries(extremes)) {
  test(`With ${name} nothing overlaps the margin, and the file is small.`, async () => {
    const png = await renderCard(extreme);
    const { left, top, right, bottom } = contentBox(readPng(png));
    assert.ok(left >= 78 && right <= WIDTH - 78 && top >= 50 && bottom <= HEIGHT - 36, `${left} ${top} ${right} ${bottom}`);
    assert.ok(png.length <= LIMIT, `${png.length} bytes`);
  });
}

test('No text overlaps the line of the footer.', async () => {
  for (const [name, extreme] of Object.entries(extremes)) {
    const { at } = readPng(await renderCard(extreme));
    const rows = Array.from({ length: 50 }, (_, row) => row + 480);
    const line = rows.find((y) => at(90, y) === day('border') && at(WIDTH - 90, y) === day('border'));
    assert.ok(line, `${name}: the line is there`);
    for (let y = line - 14; y < line - 2; y += 1) {
      for (let x = 0; x < WIDTH; x += 1) assert.equal(at(x, y), day('bg'), `${name}: ${x} ${y}`);
    }
  }
});

test('Cyrillic is rendered.', async () => {
  const blank = contentBox(readPng(await renderCard(bare)));
  const { top, left } = contentBox(readPng(await renderCard({ ...bare, title: 'Овощ' })));
  assert.ok(top < blank.top && left < 90);
});

test('A character that no font has is decomposed or removed; letters of both languages and similar ones stay.', () => {
  assert.equal(supportedText('ﬁn 你a🍅→'), 'fin a');
  const kept = 'AaZz ÄÖÜäöüß ÉéÇç ŁłŠšŽž АаЯяЁё ІіЇїЄєҐґ ΑαΩω 0123456789 .,;:!? –— ‘’“”„«» § № € % & @ * / () [] {} … · ×';
  assert.equal(supportedText(kept), kept);
});
