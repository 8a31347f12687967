import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runningHeaders } from '../../../src/views/running-headers.ts';

test('Each part has its own running header, and a title cannot end the CSS rule that contains it.', () => {
  const css = runningHeaders('A "base"', [{ id: 'part.1', number: '1', title: 'Back\\slash\n} body { display: none }' }]);
  assert.match(css, /@top-left \{ content: "A \\"base\\"" \}/);
  assert.match(css, /^@page part-0 \{ @top-right \{ content: "1 Back\\\\slash \} body \{ display: none \}" \} \}$/m);
  assert.match(css, /^\[aria-labelledby='part\.1'\] \{ page: part-0 \}$/m);
});
