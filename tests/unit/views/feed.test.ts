import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import type { PageChange } from '../../../src/permalinks/history.ts';
import { atom, feedItems } from '../../../src/views/feed.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en] = site!.locales;
const change = (more: Partial<PageChange>): PageChange => ({
  day: '2026-01-02',
  page: 'fruit',
  kind: 'concept',
  what: 'changed',
  sections: [],
  wordings: [],
  ...more,
});
const feed = {
  origin: 'https://tomato.example',
  locale: en!,
  title: 'A & B',
  licence: 'CC',
  author: 'A & B',
  wording: { was: 'Before', now: 'Now', removed: 'Removed' },
  name: ({ title }: { title: string }) => title,
};

test('Feed items have the page and its sections, without removed ones.', () => {
  const [news, ...others] = feedItems([change({ sections: ['definition', 'gone'] }), change({ page: 'nowhere' })], en!);
  assert.deepEqual(others, []);
  assert.equal(news!.id, '2026-01-02-fruit');
  assert.deepEqual(
    news!.sections.map(({ href }) => href),
    ['/kb/concepts/fruit/#definition'],
  );
});

test('A moved page has its new title.', () => {
  const [news] = feedItems([change({ page: 'berry', what: 'moved', to: 'fruit' })], en!);
  assert.equal(news!.href, '/kb/concepts/fruit/');
  assert.equal(news!.id, '2026-01-02-berry');
});

test('The feed has one entry per change, with a permanent id, and none for a new source.', () => {
  const xml = atom(feedItems([change({ sections: ['definition'] }), change({ page: 'nix-v-hedden', kind: 'source', what: 'published' })], en!), feed);
  assert.equal(xml.match(/<entry>/g)!.length, 1);
  assert.match(xml, /<entry><id>https:\/\/tomato\.example\/kb\/changes\/#2026-01-02-fruit<\/id>/);
  assert.match(xml, /<updated>2026-01-02T00:00:00Z<\/updated>/);
  assert.match(xml, /<title>A &#38; B<\/title>/);
  assert.match(xml, /<link rel="self" type="application\/atom\+xml" href="https:\/\/tomato\.example\/kb\/feed\.xml"\/>/);
});

test('The feed has a changed source, with the former and the new wording.', () => {
  const wordings = [{ address: 'nix-v-hedden', was: 'A tomato is <fruit>.', now: 'A tomato is a vegetable.' }];
  const items = feedItems([change({ page: 'nix-v-hedden', kind: 'source', wordings })], en!);
  assert.deepEqual(items[0]!.history, { id: 'nix-v-hedden', href: '/kb/changes/nix-v-hedden/#on-2026-01-02' });
  const xml = atom(items, feed);
  assert.match(xml, /<content type="html">.*Before: A tomato is &#38;#60;fruit&#38;#62;\..*Now: A tomato is a vegetable\./);
});
