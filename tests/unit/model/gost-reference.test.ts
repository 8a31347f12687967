import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gostReferencesOf } from '../../../src/model/gost-reference.ts';
import type { Source } from '../../../src/model/source.ts';

const reference = (data: object): string =>
  gostReferencesOf([{ id: 'one', data: { type: 'article-journal', checked: '2026-11-28', ...data } } as unknown as Source]).get('one')!;

test('A Russian article has its author, journal, year, issue and pages, and the day of access.', () => {
  assert.equal(
    reference({
      title: 'О плодах',
      author: [{ family: 'Паслёнов', given: 'С. Т.' }],
      'container-title': 'Овощи',
      issued: '2019-08-24',
      issue: '3 (29)',
      page: '60-76',
      URL: 'https://example.org/plody',
    }),
    'Паслёнов С. Т. О плодах // Овощи. 2019. № 3 (29). С. 60–76. URL: https://example.org/plody (дата обращения: 28.11.2026).',
  );
});

test('A foreign work keeps its own words, given names become initials, and of many authors the first is named.', () => {
  const author = ['Nightshade', 'Sweet', 'Pepper', 'Aubergine'].map((family) => ({ family, given: 'Solanum Lyco' }));
  assert.equal(
    reference({ title: 'Is it a fruit?', author, 'container-title': 'Fruit', issued: '2019', volume: '5', page: '7' }),
    'Nightshade S. L. [et al.] Is it a fruit? // Fruit. 2019. Vol. 5. P. 7.',
  );
});

test('A judgment has its court, its number and its whole date.', () => {
  assert.equal(
    reference({ type: 'legal_case', title: 'Никс против Хеддена', authority: 'Верховный суд', number: '149', issued: '1893-05-10' }),
    'Никс против Хеддена. Верховный суд, № 149. 10.05.1893.',
  );
});
