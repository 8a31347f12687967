import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, encode } from '../../../src/output/cbor.ts';

test('A value is read as it was written.', () => {
  const value = [
    0,
    23,
    24,
    255,
    256,
    65_535,
    65_536,
    -1,
    -25,
    -300,
    '',
    'Право',
    'x'.repeat(300),
    [],
    [[1], 'a'],
    Array.from({ length: 300 }, () => 7),
  ];
  assert.deepEqual(decode(encode(value)), value);
});

test('A value is written as RFC 8949 shows.', () => {
  for (const [value, hex] of [
    [24, '1818'],
    [1000, '1903e8'],
    [1_000_000, '1a000f4240'],
    [-100, '3863'],
    ['ü', '62c3bc'],
    [[1, [2, 3]], '8201820203'],
  ] as const)
    assert.equal(encode(value as never).toString('hex'), hex);
});

test('A value of another type fails.', () => {
  assert.throws(() => decode(Buffer.from('f5', 'hex')), /unknown type 7/);
});
