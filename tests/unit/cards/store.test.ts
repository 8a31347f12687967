import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Card } from '../../../src/cards/card.ts';
import { printCard } from '../../../src/cards/printing.ts';
import { cardKey, cardPath, printMissing } from '../../../src/cards/store.ts';

const store = mkdtempSync(join(tmpdir(), 'cards-'));
after(() => rmSync(store, { recursive: true, force: true }));

const cards = Array.from({ length: 30 }, (_, at): Card => ({ site: 'Tomato', title: `Card ${at}`, sentence: 'One sentence.' }));

test('Each card is printed once and kept.', async () => {
  assert.equal(await printMissing([...cards, ...cards], store), 30);
  assert.equal(await printMissing(cards, store), 0);
  assert.equal((await readdir(store)).length, 30, 'and nothing half done is left behind');
});

test('What a thread prints is what is printed here.', async () => {
  assert.deepEqual(await readFile(cardPath(cardKey(cards[3]!), store)), printCard(cards[3]!));
});

test('Two that print the same at once do not disturb each other.', async () => {
  const more = cards.map((card) => ({ ...card, sentence: 'Another.' }));
  await Promise.all([printMissing(more, store), printMissing(more, store)]);
  for (const card of more) assert.deepEqual(await readFile(cardPath(cardKey(card), store)), printCard(card));
  assert.equal((await readdir(store)).length, 60);
});

test('Only what is printed on it names a card.', () => {
  assert.equal(cardKey(cards[0]!), cardKey({ ...cards[0]! }));
  assert.equal(new Set(cards.map(cardKey)).size, 30);
});
