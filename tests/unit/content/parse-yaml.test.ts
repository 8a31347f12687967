import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LineCounter } from 'yaml';
import { parseYaml } from '../../../src/content/parse-yaml.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

/** Parses a text. `isFast` is whether no positions were needed. */
function parsed(yaml: string) {
  const lines = new LineCounter();
  const read = parseYaml(yaml, lines);
  if ('errors' in read) return read;
  const isFast = lines.lineStarts.length === 0;
  return { raw: read.raw, isFast, precise: read.document().toJS() as unknown };
}

const bases = join(fixtures, 'bases');

test('Both parsers read the same from every file of the test bases.', () => {
  const files = readdirSync(bases, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  assert.ok(files.length > 30);
  for (const file of files) {
    const read = parsed(readFileSync(join(bases, file), 'utf8'));
    assert.ok('raw' in read && read.isFast, file);
    assert.deepEqual(read.raw, read.precise, file);
  }
});

for (const yaml of [
  'a: 2020-01-02\nb: "2020-01-02"\nc: 2020-13-45\nd: 2020-01-02T00:00:00Z',
  'a: yes\nb: no\nc: true\nd: ~\ne:\nf: "null"',
  'a: 1\nb: 1.50\nc: 0x1F\nd: 0o17\ne: 017\nf: .inf\ng: 1e3\nh: 3.0.1\ni: +1\nj: 1.',
  "a: >-\n  one\n  two\n\n  three\nb: |+\n  one\n   two\n\nc: \"x\\n\\u00a0y\"\nd: 'it''s'\ne: one\n  two",
  'a: [b, {c: d}, [e]]\nf: {g: h, i}\nj:\n  - - k\n    - l\n  - m: n\n    o: p',
  'a: b #c\n# d\ne: f#g\nh: AT&T * ! & x\n1: i\n__proto__: j',
  '- a\n- b',
]) {
  test(`Both parsers read the same from ${JSON.stringify(yaml)}.`, () => {
    const read = parsed(yaml);
    assert.ok('raw' in read && read.isFast);
    assert.deepEqual(read.raw, read.precise);
  });
}

for (const yaml of [
  'a: 1_000',
  'a: 0b11',
  'a: &b c\nd: *b',
  'a: {b: 1}\n<<: {c: 2}',
  '? a\n: b',
  '[a, b]: c',
  'a: b\r\nc: d',
  'a: "b\tc"',
  '',
  '# a',
  'null',
]) {
  test(`${JSON.stringify(yaml)} is read by the parser with positions, because the other may read it differently.`, () => {
    const read = parsed(yaml);
    assert.ok('raw' in read && !read.isFast);
    assert.deepEqual(read.raw, read.precise ?? {});
  });
}

for (const [yaml, offset] of [
  ['a: b\nc: d: e', 8],
  ['a: b\na: c', 5],
  ['a: !b c', 3],
  ['a: b\n---\nc: d', 5],
  ['a: [b,\nc]', 3],
  ['a: b\0', 4],
] as const) {
  test(`${JSON.stringify(yaml)} is an error with its position.`, () => {
    const read = parsed(yaml);
    assert.ok('errors' in read);
    assert.equal(read.errors[0]!.offset, offset);
  });
}

/** The line, the column and the words of the first error of a text. */
function errorOf(yaml: string): string {
  const lines = new LineCounter();
  const read = parseYaml(yaml, lines);
  assert.ok('errors' in read, yaml);
  const [{ offset, reason, hint }] = read.errors as [(typeof read.errors)[0]];
  const { line, col } = lines.linePos(offset);
  return `${line}:${col} ${reason} ${hint}`;
}

test('Every indent with a tab is reported as one, at its line.', () => {
  for (const [yaml, place] of [
    ['\ta: b', '1:1'],
    ['a:\n\tb: c', '2:1'],
    ['a:\n  b: c\n\td: e', '3:1'],
    ['a: b\n \tc: d', '2:1'],
    ['a: b\n\tc', '2:1'],
    ['a:\n  - b\n\t- c', '3:1'],
    ['a: [b,\n\tc]', '2:1'],
    ['a: {b: c,\n\td: e}', '2:1'],
    ['a: >\n\tText\nb: c', '2:1'],
    ['a: |\n  one\n\ttwo', '3:1'],
  ] as const)
    assert.equal(errorOf(yaml), `${place} A line is indented with a tab. Indent it with spaces.`, yaml);
  assert.ok('raw' in parsed('a:\tb\nc: |\n  one\n  \ttwo'));
});

test('A key that occurs twice is named, with the line of the first.', () => {
  for (const [yaml, place, key] of [
    ['a: b\nc: d\na: e', '3:1', 'a'],
    ['x:\n  - one: 1\n    two: 2\n    one: 3', '4:5', 'one'],
    ['"a b": 1\na b: 2', '2:1', 'a b'],
    ['x: {a: 1, a: 2}', '1:11', 'a'],
    ['a: { b: 1 }\nc: { b: 1 }\na: 2', '3:1', 'a'],
  ] as const)
    assert.match(errorOf(yaml), new RegExp(`^${place} The key “${key}” is already on line [12]\\. Delete one of the two, or join them\\.$`), yaml);
});
