import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Card } from '../../../src/cards/card.ts';
import { renderCard } from '../../../src/cards/render-card.ts';
import { cardKey, renderMissing } from '../../../src/cards/card-cache.ts';

const cache = mkdtempSync(join(tmpdir(), 'cards-'));
after(() => rmSync(cache, { recursive: true, force: true }));

// As many as the workers need to start.
const cards = Array.from({ length: 12 }, (_, at): Card => ({ lang: 'en', site: 'Tomato', title: `Card ${at}`, description: 'One sentence.' }));

test('Each card is rendered once and cached.', async () => {
  assert.equal((await renderMissing([...cards, ...cards], cache)).rendered, 12);
  assert.equal((await renderMissing(cards, cache)).rendered, 0);
  assert.equal((await readdir(cache)).length, 12, 'and nothing half done is left behind');
});

test('A worker renders the same bytes as the main thread.', async () => {
  const { pathOf } = await renderMissing(cards, cache);
  assert.deepEqual(new Uint8Array(await readFile(pathOf(cards[3]!))), await renderCard(cards[3]!));
});

test('Two processes that render the same cards at once do not disturb each other.', async () => {
  const more = cards.map((card) => ({ ...card, description: 'Another.' }));
  const [{ pathOf }] = await Promise.all([renderMissing(more, cache), renderMissing(more, cache)]);
  for (const card of more) assert.deepEqual(new Uint8Array(await readFile(pathOf(card))), await renderCard(card));
  assert.equal((await readdir(cache)).length, 24);
});

test('The key of a card depends only on its content.', () => {
  assert.equal(cardKey(cards[0]!), cardKey({ ...cards[0]! }));
  assert.equal(new Set(cards.map((card) => cardKey(card))).size, 12);
});

test('A cached card that is empty, cut off, replaced or altered is rendered again, with the bytes of a clean build.', async () => {
  const { pathOf } = await renderMissing(cards, cache);
  const whole = await readFile(pathOf(cards[0]!));
  const other = await readFile(pathOf(cards[1]!));
  const altered = Buffer.from(whole);
  altered[altered.length >> 1]! ^= 1;
  for (const bad of [Buffer.alloc(0), whole.subarray(0, whole.length >> 1), Buffer.from('<script>'), other, altered]) {
    await writeFile(pathOf(cards[0]!), bad);
    const again = await renderMissing(cards, cache);
    assert.equal(again.rendered, 1);
    assert.deepEqual(await readFile(again.pathOf(cards[0]!)), whole);
  }
  await rm(pathOf(cards[0]!));
  await mkdir(pathOf(cards[0]!));
  assert.equal((await renderMissing(cards, cache)).rendered, 1);
  assert.deepEqual(await readFile(pathOf(cards[0]!)), whole);
});
