import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Card } from '../../../src/cards/card.ts';
import { paintCard } from '../../../src/cards/render-card.ts';
import { cardPath, paintMissing } from '../../../src/cards/card-cache.ts';

const store = mkdtempSync(join(tmpdir(), 'cards-'));
after(() => rmSync(store, { recursive: true, force: true }));

const cards = Array.from({ length: 30 }, (_, at): Card => ({ lang: 'en', site: 'Tomato', title: `Card ${at}`, sentence: 'One sentence.' }));

test('Each card is painted once and kept.', async () => {
  assert.equal(await paintMissing([...cards, ...cards], store), 30);
  assert.equal(await paintMissing(cards, store), 0);
  assert.equal((await readdir(store)).length, 30, 'and nothing half done is left behind');
});

test('What a thread paints is what is painted here.', async () => {
  assert.deepEqual(new Uint8Array(await readFile(cardPath(cards[3]!, store))), await paintCard(cards[3]!));
});

test('Two that paint the same at once do not disturb each other.', async () => {
  const more = cards.map((card) => ({ ...card, sentence: 'Another.' }));
  await Promise.all([paintMissing(more, store), paintMissing(more, store)]);
  for (const card of more) assert.deepEqual(new Uint8Array(await readFile(cardPath(card, store))), await paintCard(card));
  assert.equal((await readdir(store)).length, 60);
});

test('Only what is painted on it names a card.', () => {
  assert.equal(cardPath(cards[0]!), cardPath({ ...cards[0]! }));
  assert.equal(new Set(cards.map((card) => cardPath(card))).size, 30);
});
