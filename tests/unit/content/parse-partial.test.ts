import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePartial } from '../../../src/content/parse-partial.ts';
import { decisionSchema } from '../../../src/schema/decision.ts';
import { pageSchema } from '../../../src/schema/page.ts';

test('An invalid field gets an empty value, and the other fields stay.', () => {
  assert.deepEqual(parsePartial(pageSchema, { title: 'T', summary: 1, aliases: 'one', reviewed: 'soon', colour: 'red', related: ['fruit', 5] }), {
    title: 'T',
    summary: '',
    aliases: [],
    certainty: undefined,
    jurisdiction: undefined,
    covers: {},
    related: ['fruit', ''],
    reviewed: 'soon',
  });
});

test('A tree keeps its other nodes and answers if one of them is invalid.', () => {
  const data = parsePartial(decisionSchema, {
    title: 'T',
    start: 'a',
    questions: { a: { answers: { yes: { label: 'Yes' }, no: { label: 'No', to: 'End' } } } },
    outcomes: { end: { verdict: 'V', level: 'high' }, other: 'text' },
  }) as { questions: Record<string, { answers: unknown }>; outcomes: Record<string, { level: string }> };
  assert.deepEqual(data.questions.a?.answers, {
    yes: { label: 'Yes', to: '', facts: {} },
    no: { label: 'No', to: 'End', facts: {} },
  });
  assert.deepEqual(Object.keys(data.outcomes), ['end', 'other']);
});

test('Whatever a file contains, every required field has a value.', () => {
  for (const value of [undefined, null, 1, 'text', [], [{}], new Date(0), { questions: null, outcomes: [] }]) {
    const fields = Object.keys(parsePartial(decisionSchema, value) as object);
    for (const field of ['title', 'summary', 'start', 'questions', 'outcomes']) assert.ok(fields.includes(field), field);
  }
});
