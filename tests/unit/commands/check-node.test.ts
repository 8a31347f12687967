import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { refusal } from '../../../src/commands/check-node.mjs';

for (const version of ['v24.2.0', 'v24.21.0', 'v26.0.1'])
  test(`Node ${version} is new enough for >=24.2.`, () => assert.equal(refusal(version, '>=24.2'), undefined));

for (const version of ['v24.1.0', 'v20.20.2', 'v22.12.0'])
  test(`Node ${version} is rejected, with what to do.`, () =>
    assert.equal(
      refusal(version, '>=24.2'),
      `This project needs Node 24.2 or newer, and its scripts would run on ${version}. npm brings Node only on Linux with glibc (x64, arm64) and on Windows (x64). Install it from https://nodejs.org/, then run npm ci again.`,
    ));

test('The Node of this project is new enough.', async () => {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['src/commands/check-node.mjs']);
  assert.equal(stdout + stderr, '');
});
