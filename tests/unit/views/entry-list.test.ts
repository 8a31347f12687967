import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import type { AddressIndex } from '../../../src/model/address-index.ts';
import { entryList } from '../../../src/views/entry-list.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en] = site!.locales;
const origin = 'https://tomato.example';

test('The listing has every page, section, note, tree node and source with its address and URL.', () => {
  const listed = new Map(entryList(site!, origin).map((one) => [`${one.lang} ${one.id}`, one]));
  assert.equal(listed.get('en fruit.definition')!.url, `${origin}/kb/concepts/fruit/#definition`);
  assert.deepEqual(listed.get('en fruit.definition')!.covers, ['P4-a']);
  assert.equal(listed.get('en fruit')!.certainty, 'settled');
  assert.equal(listed.get('en fruit.fn-vine')!.kind, 'note');
  assert.equal(listed.get('en nix-v-hedden')!.kind, 'source');
  assert.ok([...listed.values()].some(({ kind }) => kind === 'node'));
});

test('A source whose key ends in a number is a source and not a block.', () => {
  const target = { ...en!.index.get('nix-v-hedden')!, address: 'book-1.0', entry: 'book-1.0' };
  const targets = new Map([...en!.index.targets, ['book-1.0', target]]);
  const grown = { ...site!, locales: [{ ...en!, index: Object.assign(Object.create(en!.index) as AddressIndex, { targets }) }] };
  assert.ok(entryList(grown, origin).some(({ id }) => id === 'book-1.0'));
});

test('The listing has no page of a language that lacks it.', () => {
  assert.ok(!entryList(site!, origin).some(({ id, lang }) => lang === 'ru' && id === 'fruit'));
  assert.ok(entryList(site!, origin).some(({ id, lang }) => lang === 'ru' && id === 'vegetable'));
});
