import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decoded } from '../../../src/client/decoded.ts';

const client = join(import.meta.dirname, '../../../src/client');

test('An invalid escape in a URL stays as it is, and any other is decoded.', () => {
  for (const text of ['%', '%zz', '%e0%a4%a', '%ff', 'a%', '%u0041']) assert.equal(decoded(text), text);
  assert.equal(decoded('%D0%BF.1'), 'п.1');
  assert.equal(decoded(''), '');
});

test('No script of the site decodes a URL in a way that throws at an invalid escape.', () => {
  for (const file of readdirSync(client).filter((name) => name !== 'decoded.ts'))
    assert.doesNotMatch(readFileSync(join(client, file), 'utf8'), /\bdecodeURI(?:Component)?\(/, file);
});
