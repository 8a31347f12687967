import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdfName } from '../../../src/views/pdf-name.ts';
import { runningHeaders } from '../../../src/views/running-headers.ts';

test('The PDF is named after the site, in another language with its tag.', () => {
  assert.equal(pdfName('Copyleft, Distilled'), 'copyleft-distilled.pdf');
  assert.equal(pdfName('Fruit or Vegetable?', 'ru'), 'fruit-or-vegetable-ru.pdf');
  assert.equal(pdfName('Фрукт или овощ?'), 'фрукт-или-овощ.pdf');
  assert.equal(pdfName('?!'), 'base.pdf');
});

test('Each part has its own running head, and no title can end the rule that it stands in.', () => {
  const css = runningHeaders('A "base"', [{ id: 'part.1', number: '1', title: 'Back\\slash\n} body { display: none }' }]);
  assert.match(css, /@top-left \{ content: "A \\"base\\"" \}/);
  assert.match(css, /^@page part-0 \{ @top-right \{ content: "1 Back\\\\slash \} body \{ display: none \}" \} \}$/m);
  assert.match(css, /^\[aria-labelledby='part\.1'\] \{ page: part-0 \}$/m);
});
