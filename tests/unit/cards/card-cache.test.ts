import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Card } from '../../../src/cards/card.ts';
import { renderCard } from '../../../src/cards/render-card.ts';
import { cardPath, renderMissing } from '../../../src/cards/card-cache.ts';

const cache = mkdtempSync(join(tmpdir(), 'cards-'));
after(() => rmSync(cache, { recursive: true, force: true }));

const cards = Array.from({ length: 30 }, (_, at): Card => ({ lang: 'en', site: 'Tomato', title: `Card ${at}`, description: 'One sentence.' }));

test('Each card is rendered once and cached.', async () => {
  assert.equal(await renderMissing([...cards, ...cards], cache), 30);
  assert.equal(await renderMissing(cards, cache), 0);
  assert.equal((await readdir(cache)).length, 30, 'and nothing half done is left behind');
});

test('A worker renders the same bytes as the main thread.', async () => {
  assert.deepEqual(new Uint8Array(await readFile(cardPath(cards[3]!, cache))), await renderCard(cards[3]!));
});

test('Two processes that render the same cards at once do not disturb each other.', async () => {
  const more = cards.map((card) => ({ ...card, description: 'Another.' }));
  await Promise.all([renderMissing(more, cache), renderMissing(more, cache)]);
  for (const card of more) assert.deepEqual(new Uint8Array(await readFile(cardPath(card, cache))), await renderCard(card));
  assert.equal((await readdir(cache)).length, 60);
});

test('The path of a card depends only on its content.', () => {
  assert.equal(cardPath(cards[0]!), cardPath({ ...cards[0]! }));
  assert.equal(new Set(cards.map((card) => cardPath(card))).size, 30);
});
