import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonOf } from '../../../../src/commands/environment/failure.ts';

const FULL = 'The disk is full. Free some space and build again. (/a/b) Any site built before is still there.';

test('An error of the file system is said in words, with its place.', () => {
  assert.equal(reasonOf(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: '/a/b' })), FULL);
  assert.equal(reasonOf(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/from', dest: '/a/b' })), FULL);
});

test('An error of the file system within the bundler is said in the same words, without its stack.', () => {
  const message =
    'Build failed with 1 error:\n\nSomething went wrong inside rolldown.\nFailed to write file in /a/b\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>';
  assert.equal(reasonOf(Object.assign(new Error(message), { code: 'UNHANDLEABLE_ERROR' })), FULL);
  assert.match(reasonOf(new Error('x\n    Read-only file system (os error 30)')), /^The file system is read-only\./);
  assert.match(reasonOf(new Error('x\n    Permission denied (os error 13)')), /^A file or folder may not be written by this user\./);
});

test('Any other error keeps its message.', () => {
  assert.equal(reasonOf(new Error('No such thing (os error 2)')), 'No such thing (os error 2)');
  assert.equal(reasonOf('text'), 'text');
});
