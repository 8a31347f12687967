import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cslOf, referencesOf } from '../../../src/model/bibliography.ts';
import type { Source } from '../../../src/model/source.ts';

const source = (title: string): Source =>
  ({
    id: 'tomato-2019',
    data: {
      kind: 'literature',
      short: 'Nightshade 2019',
      status: 'verified',
      type: 'article-journal',
      'container-title': 'Fruit',
      title,
      author: [{ family: 'Nightshade', given: 'Solanum' }],
      issued: '2019-08-24',
      URL: 'https://example.org/tomato',
    },
  }) as unknown as Source;

test('A source is one CSL item, with its date in parts, and without our own fields.', () => {
  const { kind, short, status, ...item } = cslOf(source('On fruit')) as Record<string, unknown>;
  assert.deepEqual([kind, short, status, item.issued], [undefined, undefined, undefined, { 'date-parts': [[2019, 8, 24]] }]);
});

test('A reference has author, year and title; no comma follows a title with a question mark.', () => {
  assert.match(referencesOf([source('On fruit')]).get('tomato-2019')!, /^Nightshade, S\. \(2019\) “On fruit,” Fruit/);
  const asked = referencesOf([source('Is it a fruit?')]).get('tomato-2019')!;
  assert.match(asked, /Is it a fruit\?/);
  assert.doesNotMatch(asked, /\?,/);
});
