import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, serialize } from '../../../src/permalinks/format.ts';
import type { Permalink } from '../../../src/permalinks/permalinks.ts';

const row = (address: string, kind: Permalink['kind'] = 'block', more: Partial<Permalink> = {}): Permalink => ({
  address,
  kind,
  first: '2026-01-01',
  changed: '2026-01-02',
  hash: '0123456789ab',
  ...more,
});
const rows = [
  row('tree/yes', 'walk'),
  row('tree.a.10'),
  row('tree.a.2', 'block', { hash: undefined }),
  row('tree.a', 'section'),
  row('tree', 'decision'),
];
const FILE = 'permalinks/en/tree.txt';
const kinds = (text: string) => parse(text, FILE).diagnostics.map(({ kind, line }) => `${kind}:${line}`);

test('A file has one line per address: the page, its parts sorted by number, then the paths.', () => {
  assert.equal(
    serialize({ rows }),
    [
      '# 5 addresses: first published, last changed, hash of the text, kind, address. Written by npm run permalinks.',
      '2026-01-01 2026-01-02 0123456789ab decision tree',
      '2026-01-01 2026-01-02 0123456789ab section  tree.a',
      '2026-01-01 2026-01-02 gone         block    tree.a.2',
      '2026-01-01 2026-01-02 0123456789ab block    tree.a.10',
      '2026-01-01 2026-01-02 0123456789ab walk     tree/yes',
      '',
    ].join('\n'),
  );
});

test('A written file is parsed without a diagnostic.', () => {
  const read = parse(serialize({ rows }), 'permalinks/en/tree.txt');
  assert.deepEqual(read.diagnostics, []);
  assert.equal(serialize(read), serialize({ rows }));
});

test('An incomplete file is reported, also one without its first line.', () => {
  const text = serialize({ rows });
  assert.deepEqual(kinds(text.split('\n').slice(0, 4).join('\n')), ['permalinks-count:1']);
  assert.deepEqual(kinds(text.split('\n').slice(1).join('\n')), ['permalinks-count:1']);
});

test('An invalid line is reported with its number.', () => {
  const text = serialize({ rows });
  assert.deepEqual(kinds(text.slice(0, -20)), ['permalinks-broken:6']);
  for (const bad of ['2026-01-01 2026-01-02 0123456789ab blok     tree.b', '2026-1-1 2026-01-02 gone block tree.b', 'tree.b'])
    assert.deepEqual(kinds(text + bad), ['permalinks-broken:7']);
});

test('Windows line ends are reported, and the addresses are still parsed.', () => {
  const text = serialize({ rows }).replaceAll('\n', '\r\n');
  assert.deepEqual(kinds(text), ['permalinks-line-ends:1']);
  assert.equal(parse(text, FILE).rows.length, rows.length);
});

test('After a merge conflict the lines of both sides are kept: the earlier first date and the later change of each.', () => {
  const [head, first, ...rest] = serialize({ rows }).trimEnd().split('\n');
  const ours = row('tree', 'decision', { first: '2025-12-31', changed: '2026-02-01', hash: 'aaaaaaaaaaaa' });
  const theirs = row('tree', 'decision', { changed: '2026-03-01', hash: 'bbbbbbbbbbbb' });
  const line = (one: Permalink) => serialize({ rows: [one] }).split('\n')[1]!;
  const text = [head, '<<<<<<< HEAD', line(ours), '=======', first, line(theirs), line(row('tree.new')), '>>>>>>> theirs', ...rest, ''].join('\n');
  assert.deepEqual(kinds(text), ['permalinks-conflict:2']);
  const read = parse(text, FILE);
  assert.deepEqual(
    read.rows.find(({ address }) => address === 'tree'),
    { ...theirs, first: '2025-12-31' },
  );
  assert.equal(read.rows.length, rows.length + 1);
});
