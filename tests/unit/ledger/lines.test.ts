import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf, readLines, sorted } from '../../../src/ledger/lines.ts';
import { A, B, C, base, ledgerOf, page } from './pages.ts';

const { ledger } = ledgerOf(base(page('p', { d: [A, B] }), page('p-2', { e: [C] })), base(page('p', { d: [A] }), page('p-2', { e: [C] })));

test('The file is JSON with one line an address, each ending in a comma.', () => {
  const lines = linesOf(ledger).trimEnd().split('\n');
  assert.equal(Object.keys(JSON.parse(lines.join('')) as object).length, ledger.size + 1);
  assert.ok(lines.slice(1, -2).every((line) => /^"en\/.*\},$/.test(line)));
  assert.equal(lines[3], `"en/p.d.1": ${JSON.stringify(ledger.get('en/p.d.1'))},`);
});

test('What is written is read back, line by line.', () => {
  assert.deepEqual(readLines(linesOf(ledger)), { ledger, faults: [] });
});

test('A page is followed by its parts, and numbers are in the order of numbers.', () => {
  const many = ledgerOf(base(page('p', { d: Array.from({ length: 11 }, (_, at) => `${at}`) }), page('p-2', { e: [] }))).ledger;
  assert.deepEqual([...many.keys()].slice(0, 4), ['en/p', 'en/p.d', 'en/p.d.1', 'en/p.d.2']);
  assert.deepEqual([...many.keys()].slice(-4), ['en/p.d.10', 'en/p.d.11', 'en/p-2', 'en/p-2.e']);
  assert.deepEqual([...sorted(new Map([...many].toReversed())).keys()], [...many.keys()]);
});

test('The marks of a conflict are told of, and the lines between them are read all the same.', () => {
  const [open, ...rest] = linesOf(ledger).split('\n');
  const torn = [open, '<<<<<<< HEAD', ...rest.slice(0, 2), '=======', ...rest.slice(2, 4), '>>>>>>> other', ...rest.slice(4)].join('\n');
  const read = readLines(torn);
  assert.deepEqual(read.ledger, ledger);
  assert.deepEqual(
    read.faults.map(({ kind, line }) => [kind, line]),
    [
      ['broken-ledger', 2],
      ['broken-ledger', 5],
      ['broken-ledger', 8],
    ],
  );
});

test('A line that is none is told of with its number.', () => {
  const broken = linesOf(ledger).replace('"first":"2026-01-01"', '"first":"yesterday"');
  assert.deepEqual(
    readLines(broken).faults.map(({ line }) => line),
    [2],
  );
});

test('Of two lines for one address the later state counts, and the earlier day of publication.', () => {
  const line = (fields: object): string => `"en/p.d.1": ${JSON.stringify({ kind: 'block', first: '2026-01-01', ...fields, print: 'AAAAA.' })},`;
  const read = (...lines: string[]) => readLines(lines.join('\n')).ledger.get('en/p.d.1');
  const changed = line({ changed: '2026-01-05' });
  const retired = line({ retired: '2026-01-05', to: 'en/p' });
  assert.equal(read(line({}), changed)!.changed, '2026-01-05');
  assert.equal(read(changed, line({}))!.changed, '2026-01-05');
  assert.equal(read(changed, retired)!.to, 'en/p');
  assert.equal(read(line({ first: '2026-02-01' }), changed)!.first, '2026-01-01');
});
