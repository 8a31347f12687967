import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setEvenly, setText, widthOf, type Setting, type Style } from '../../../src/cards/setting.ts';
import { setWord } from '../../../src/cards/typeface.ts';

const style: Style = { weight: 400, size: 40, leading: 1.3, tracking: 0 };
const TEXT = 'In the common language of the people all these are vegetables, which are grown in kitchen gardens.';

/** Give the width of each line, and how many words it has. */
const shape = ({ lines }: Setting): number[] => lines.map((line) => line.length);
const measure = (text: string): number => setWord(text, 400).width;

test('A text is broken into lines that stay within the width, all words in order.', () => {
  for (const width of [270, 333, 480, 900]) {
    const setting = setText(TEXT, style, width);
    assert.ok(widthOf(setting) <= width, `${width}`);
    assert.deepEqual(
      setting.lines.flat().map(({ word }) => word.width),
      TEXT.split(' ').map(measure),
    );
    assert.ok(setting.whole);
  }
});

test('What is too long is cut at a word, and an ellipsis says so.', () => {
  const setting = setText(TEXT, style, 480, 2);
  assert.equal(setting.lines.length, 2);
  assert.equal(setting.whole, false);
  assert.ok(widthOf(setting) <= 480);
  const last = setting.lines[1]!.at(-1)!.word;
  assert.equal(last.glyphs.at(-1)!.key, setWord('…', 400).glyphs[0]!.key);
});

test('No comma stands before an ellipsis.', () => {
  const { lines } = setText('one two, three', style, widthOf(setText('one two, ', style, 999)) + 30, 1);
  assert.equal(lines[0]!.at(-1)!.word.width, measure('two…'));
});

test('Even lines are as many as the widest need, and none is much shorter than the rest.', () => {
  const widest = setText('What the Code calls extraction here', style, 600);
  const even = setEvenly('What the Code calls extraction here', style, 600, 300);
  assert.deepEqual(
    [shape(widest), shape(even)],
    [
      [5, 1],
      [4, 2],
    ],
  );
  assert.ok(widthOf(even) < widthOf(widest));
});

test('A word longer than the line is broken, and the text is not whole.', () => {
  const setting = setText('w'.repeat(80), style, 300);
  assert.ok(widthOf(setting) <= 300);
  assert.equal(setting.whole, false);
});

test('A line may break after a hyphen and inside a long name.', () => {
  assert.equal(setText('AGPLv3InteractingRemotely', style, 999).lines[0]!.length, 2);
  assert.equal(setText('well-known', style, 999).lines[0]!.length, 2);
  assert.equal(setText('AGPL-3.0', style, 999).lines[0]!.length, 1, 'but not inside a version');
});

test('A number stays with its article, and a short Russian word with the next.', () => {
  assert.equal(setText('art. 1334', style, 999).lines[0]!.length, 1);
  assert.equal(setText('ст. 1334', style, 999).lines[0]!.length, 1);
  assert.equal(setText('в обиходе', style, 999).lines[0]!.length, 1);
  assert.equal(setText('a tomato', style, 999).lines[0]!.length, 2);
});

test('An empty text has no lines.', () => {
  assert.deepEqual(setText(' ', style, 999).lines, []);
  assert.deepEqual(setText(TEXT, style, 999, 0).lines, []);
});
