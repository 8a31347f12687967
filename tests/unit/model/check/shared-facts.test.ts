import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../../src/model/entry.ts';
import { checkSharedFacts } from '../../../../src/model/check/shared-facts.ts';

type Facts = Record<string, string>;
type Level = 'duty' | 'terms' | 'risk' | 'clear';
interface Shape {
  lang?: string;
  /** The answers of each question: the target and the facts of each. */
  questions: Record<string, Record<string, [to: string, facts?: Facts]>>;
  outcomes: Record<string, { level: Level; settles?: string[]; facts?: Facts }>;
}

const table = {
  kind: 'facts',
  id: 'facts',
  file: 'facts.yaml',
  data: {
    facts: Object.fromEntries(['sold', 'copied', 'asked'].map((fact) => [fact, { means: fact, values: ['yes', 'no'] }])),
    topics: { duty: 'Duty.', risk: 'Risk.' },
  },
};

function tree(id: string, { lang = 'en', questions, outcomes }: Shape): Entry {
  const data = {
    start: Object.keys(questions)[0],
    questions: Object.fromEntries(
      Object.entries(questions).map(([name, answers]) => [
        name,
        { answers: Object.fromEntries(Object.entries(answers).map(([answer, [to, facts = {}]]) => [answer, { label: answer, to, facts }])) },
      ]),
    ),
    outcomes: Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, { settles: [], facts: {}, ...outcome }])),
  };
  return { kind: 'decision', id, lang, file: `${lang}/decisions/${id}.yaml`, data } as unknown as Entry;
}

const errors = (...trees: Entry[]) => checkSharedFacts([table as unknown as Entry, ...trees]);

/** A tree of one question: with the fact “sold” the outcome has the given level, otherwise `clear`. */
const sale = (id: string, level: Level, extra: Partial<Shape['outcomes'][string]> = {}, lang = 'en') =>
  tree(id, {
    lang,
    questions: { sold: { yes: ['end', { sold: 'yes' }], no: ['free', { sold: 'no' }] } },
    outcomes: { end: { level, settles: ['duty'], ...extra }, free: { level: 'clear', settles: ['duty'] } },
  });

test('Two paths with the same facts and different levels on a topic are a contradiction, with both paths and the other file.', () => {
  const found = errors(sale('one', 'duty'), sale('two', 'risk'));
  assert.deepEqual(
    found.map(({ kind, file, at }) => ({ kind, file, at })),
    [{ kind: 'contradiction', file: 'en/decisions/two.yaml', at: { path: ['outcomes', 'end', 'level'] } }],
  );
  for (const part of ['two/yes → end', 'one/yes → end', 'en/decisions/one.yaml', '“risk” here', '“duty” in'])
    assert.ok(found[0]!.message.includes(part), part);
});

test('Trees that agree have no error, whatever other questions they have.', () => {
  const longer = tree('two', {
    questions: {
      copied: { yes: ['sold', { copied: 'yes' }], no: ['free', { copied: 'no', sold: 'no' }] },
      sold: { yes: ['end', { sold: 'yes' }], no: ['free', { sold: 'no' }] },
    },
    outcomes: { end: { level: 'duty', settles: ['duty'] }, free: { level: 'clear', settles: ['duty'] } },
  });
  assert.deepEqual(errors(sale('one', 'duty'), longer), []);
});

test('A path without a fact applies to every value of that fact.', () => {
  const silent = tree('two', { questions: { any: { yes: ['end'] } }, outcomes: { end: { level: 'duty', settles: ['duty'] } } });
  const found = errors(sale('one', 'duty'), silent);
  assert.deepEqual(
    found.map(({ message }) => /one\/\w+ → \w+/.exec(message)?.[0]),
    ['one/no → free'],
  );
});

test('The facts of an outcome distinguish its path from others.', () => {
  const presuming = tree('two', {
    questions: { any: { yes: ['end'] } },
    outcomes: { end: { level: 'duty', settles: ['duty'], facts: { sold: 'yes' } } },
  });
  assert.deepEqual(errors(sale('one', 'duty'), presuming), []);
});

test('Outcomes on other topics, in other languages, or in the same tree are not compared.', () => {
  assert.deepEqual(errors(sale('one', 'duty'), sale('two', 'risk', { settles: ['risk'] })), []);
  assert.deepEqual(errors(sale('one', 'duty'), sale('one', 'risk', {}, 'ru')), []);
  assert.deepEqual(
    errors(
      tree('one', {
        questions: { any: { yes: ['end'], no: ['other'] } },
        outcomes: { end: { level: 'duty', settles: ['duty'] }, other: { level: 'clear', settles: ['duty'] } },
      }),
    ),
    [],
  );
});

test('Of many contradictory pairs of paths to two outcomes, one is reported.', () => {
  const many = tree('two', {
    questions: {
      copied: { yes: ['asked', { copied: 'yes' }], no: ['asked', { copied: 'no' }] },
      asked: { yes: ['end', { asked: 'yes', sold: 'yes' }], no: ['end', { asked: 'no', sold: 'yes' }] },
    },
    outcomes: { end: { level: 'risk', settles: ['duty'] } },
  });
  assert.equal(errors(sale('one', 'duty'), many).length, 1);
});

test('A path that gives a fact two values is reported at the second one, and is not compared.', () => {
  const torn = tree('two', {
    questions: { first: { yes: ['second', { sold: 'yes' }] }, second: { yes: ['end', { sold: 'no' }] } },
    outcomes: { end: { level: 'risk', settles: ['duty'] } },
  });
  assert.deepEqual(
    errors(sale('one', 'duty'), torn).map(({ kind, at }) => ({ kind, at })),
    [{ kind: 'impossible-path', at: { path: ['questions', 'second', 'answers', 'yes'] } }],
  );
  assert.deepEqual(
    errors(
      tree('two', {
        questions: { first: { yes: ['end', { sold: 'yes' }] } },
        outcomes: { end: { level: 'risk', settles: ['duty'], facts: { sold: 'no' } } },
      }),
    ).map(({ kind, at }) => ({ kind, at })),
    [{ kind: 'impossible-path', at: { path: ['outcomes', 'end'] } }],
  );
});

test('A tree with an invalid field is not compared.', () => {
  const failed = { ...sale('two', 'risk'), failed: [['outcomes', 'end', 'level']] };
  assert.deepEqual(errors(sale('one', 'duty'), failed), []);
});

test('A cycle, a missing target and names of JavaScript properties cause no failure.', () => {
  const round = tree('two', {
    questions: { first: { on: ['first'], out: ['end', { sold: 'yes' }], lost: ['nowhere'], odd: ['constructor'] } },
    outcomes: { end: { level: 'risk', settles: ['duty'] } },
  });
  assert.deepEqual(
    errors(sale('one', 'duty'), round).map(({ kind }) => kind),
    ['contradiction'],
  );
});

test('A path that returns to one of its questions is not followed, so a cycle gives no impossible paths.', () => {
  const round = tree('round', {
    questions: { first: { on: ['second', { sold: 'yes' }], out: ['end', { sold: 'no' }] }, second: { back: ['first'], off: ['end'] } },
    outcomes: { end: { level: 'risk' } },
  });
  assert.deepEqual(errors(round), []);
});
