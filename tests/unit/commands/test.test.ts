import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTests, judge, summarise } from '../../../src/commands/test.ts';

const SPEC = `✔ one (1.2ms)
✖ two (0.3ms)
ℹ tests 7
ℹ suites 1
ℹ pass 3
ℹ fail 1
ℹ cancelled 1
ℹ skipped 1
ℹ todo 1
ℹ duration_ms 90.2

✖ failing tests:
`;
const TAP = `ok 1 - one\n1..2\n# tests 2\n# suites 0\n# pass 2\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n`;
const PLAYWRIGHT = `Running 6 tests using 2 workers

  ✓  1 a.test.ts:3:1 › passes (1.2s)
  1) a.test.ts:9:1 › fails

  1 failed
    a.test.ts:9:1 › fails
  1 skipped
  1 did not run
  \u001b[32m3 passed\u001b[39m (4.0s)
`;

test("the closing lines of node's spec reporter are read", () => {
  assert.deepEqual(countTests(SPEC), { passed: 3, failed: 2, skipped: 2, retried: 0 });
});

test("the closing lines of node's TAP reporter are read", () => {
  assert.deepEqual(countTests(TAP), { passed: 2, failed: 0, skipped: 0, retried: 0 });
});

test("Playwright's closing lines are read, in colour too; a test that did not run has not passed", () => {
  assert.deepEqual(countTests(PLAYWRIGHT), { passed: 3, failed: 2, skipped: 1, retried: 0 });
});

test('a test that passes only at the second try has passed, and that is told', () => {
  const counts = judge(0, 'Running 3 tests using 2 workers\n\n  1 flaky\n    a.test.ts:9:1 › hangs once\n  2 passed (4.0s)\n', true);
  assert.deepEqual(counts, { passed: 3, failed: 0, skipped: 0, retried: 1 });
  const text = summarise([{ step: 'browser', tests: true, seconds: 1, ...counts }]);
  assert.equal(text.split('\n').at(-1), '3 passed, 0 failed, 1 only at the second try');
});

test('what a test prints in the manner of a reporter is overruled by the closing lines', () => {
  assert.deepEqual(countTests(`# pass 99\nℹ pass 98\n${SPEC}`).passed, 3);
});

test('a step without tests counts as one failure or as nothing', () => {
  assert.deepEqual(judge(0, '# pass 5', false), { passed: 0, failed: 0, skipped: 0, retried: 0 });
  assert.deepEqual(judge(1, '# pass 5', false), { passed: 0, failed: 1, skipped: 0, retried: 0 });
});

test('a step with tests that ends badly, is ended, or runs no test is a failure', () => {
  assert.equal(judge(1, TAP, true).failed, 1);
  assert.equal(judge(null, TAP, true).failed, 1);
  assert.equal(judge(0, '', true).failed, 1);
  assert.equal(judge(0, TAP, true).failed, 0);
  assert.equal(judge(1, SPEC, true).failed, 2);
});

test('the summary is a table and one line that sums up', () => {
  const none = { passed: 0, failed: 0, skipped: 0, retried: 0 };
  const text = summarise([
    { step: 'lint', tests: false, seconds: 1.234, ...none, failed: 1 },
    { step: 'unit', tests: true, seconds: 61, passed: 120, failed: 2, skipped: 0, retried: 0 },
    { step: 'browser', tests: true, seconds: 0.5, ...none, passed: 30 },
  ]);
  assert.deepEqual(text.split('\n'), [
    '',
    'step     result   seconds  tests',
    'lint     FAILED       1.2',
    'unit     FAILED      61.0  120 passed, 2 failed',
    'browser  passed       0.5  30 passed, 0 failed',
    '',
    '150 passed, 3 failed',
  ]);
});

test('skipped tests are told of', () => {
  const text = summarise([{ step: 'unit', tests: true, seconds: 1, passed: 2, failed: 0, skipped: 1, retried: 0 }]);
  assert.equal(text.split('\n').at(-1), '2 passed, 0 failed, 1 skipped');
});
