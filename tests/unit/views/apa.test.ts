import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { apa } from '../../../src/views/apa.ts';

const TITLES = [
  'Extraction',
  'What is the model in law?',
  'Memorisation and fragments “as they are”',
  'Ends.',
  'Ends!',
  'The ‘single’',
  "It's straight",
  'Say "straight"',
  'What is “it”?',
  'End in “quote?”',
  '“Why?”',
  'A & B',
  'a: b',
  'End in a colon:',
  'Über — dash',
  'the holder’s “right”',
  'A “b ‘c’ d” e',
  '(x)',
  'Да и нет',
];

test('The citation of a page is the same as that of citeproc with the APA style.', () => {
  for (const title of TITLES) {
    const work = { title, site: 'Copyleft, Distilled', url: 'https://x.example/a/', date: '2026-01-05' };
    const item = { id: 'a', type: 'webpage', title, 'container-title': work.site, issued: { 'date-parts': [[2026, 1, 5]] }, URL: work.url };
    assert.equal(apa(work), new Cite([item]).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim());
  }
});

test('A date may lack its day or its month.', () => {
  const work = { title: 'A', site: 'B', url: 'https://x.example/' };
  assert.equal(apa({ ...work, date: '2026-11' }), 'A. (2026, November). B. https://x.example/');
  assert.equal(apa({ ...work, date: '2026' }), 'A. (2026). B. https://x.example/');
});
