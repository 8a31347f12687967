import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { z } from 'astro/zod';
import { address, date, day, id, isId, isKey, localised, text } from '../../../src/schema/fields.ts';

const passes = (shape: z.ZodType, value: unknown): boolean => shape.safeParse(value).success;
const said = (shape: z.ZodType, value: unknown): string | undefined => shape.safeParse(value).error?.issues[0]?.message;

test('An id is short, ASCII and kebab-case.', () => {
  for (const name of ['a', '1', 'substantial-part', 'constructor', 'a'.repeat(60)]) assert.ok(isId(name) && passes(id, name), name);
  for (const name of ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a.b', 'часть', '__proto__', 'a b', 'a/b', '..', 'a\n', 'a'.repeat(61)])
    assert.ok(!isId(name) && !passes(id, name), name);
});

test('The key of a source can contain a version number.', () => {
  for (const key of ['agpl-3.0-s2', 'a', 'rcc-1334']) assert.ok(isKey(key), key);
  for (const key of ['', '.', 'a.', '.a', 'a..b', 'A', 'a/b']) assert.ok(!isKey(key), key);
});

test('An address can contain the capitals of a point, but no path.', () => {
  for (const name of ['fruit', 'fruit.definition', 'fruit.definition.2', 'article.K-d', 'agpl-3.0-s2']) assert.ok(passes(address, name), name);
  for (const name of ['', 'kb:fruit', 'Fruit', 'fruit#definition', 'fruit.', '../fruit', 'a b']) assert.ok(!passes(address, name), name);
});

test('A day exists in the calendar, and is a text or a YAML date.', () => {
  assert.equal(day.parse('2026-11-23'), '2026-11-23');
  assert.equal(day.parse(new Date('2026-11-23')), '2026-11-23');
  assert.ok(passes(day, '2024-02-29'));
  assert.equal(said(day, '2026-02-29'), 'The calendar has no such day.');
  for (const value of ['2026-13-01', '2026-00-10', '23.11.2026', '2026-1-5', 20261123, null, undefined])
    assert.ok(!passes(day, value), String(value));
});

test('A date has any precision, in quotes.', () => {
  for (const value of ['2014', '2014-10', '2014-10-31']) assert.ok(passes(date, value), value);
  for (const value of ['2014-13', '2014-10-32', '14', '2014-1', 2014]) assert.ok(!passes(date, value), String(value));
  assert.equal(said(date, 2014), 'A date is text in quotes: "2014", "2014-10" or "2014-10-01".');
});

test('Text is not empty, and has a message.', () => {
  assert.equal(text('The title').parse(' Fruit '), 'Fruit');
  assert.equal(said(text('The title'), '  '), 'The title is empty.');
  assert.ok(passes(text('The text'), 'a\nb\tc\u00ADd\u200Be'));
  assert.equal(said(text('The title'), 1893), 'The title is text; put it in quotes if YAML reads it as something else.');
});

test('Text per language has at least one language, with two letters.', () => {
  assert.ok(passes(localised('The title'), { en: 'Fruit', ru: 'Фрукт' }));
  assert.equal(said(localised('The title'), {}), 'The title is given in no language; write { en: … }.');
  assert.equal(said(localised('The title'), 'Fruit'), 'The title is given per language: { en: … }.');
  assert.ok(!passes(localised('The title'), { rus: 'Фрукт' }));
});
