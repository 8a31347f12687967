import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summary } from '../../../src/checks/report.ts';

test('The summary of a check counts problems and files, and does not mention a build.', () => {
  const problem = { kind: 'dead-link', file: 'en/index.mdx', line: 1, column: 1, message: '', hint: '' } as const;
  assert.equal(summary([], 3), 'No problems in 3 files.');
  assert.equal(summary([problem, problem], 3), '2 problems in 1 of 3 files.');
});
