/** The decision trees agree with each other, and a contradiction would be found. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { DecisionEntry, Entry, FactsEntry } from '../../src/model/entry.ts';
import { checkSharedFacts } from '../../src/model/check/shared-facts.ts';
import { decisionSchema, type OutcomeData } from '../../src/schema/decision.ts';
import { factsSchema } from '../../src/schema/facts.ts';

const folder = 'content/en/decisions';
const trees = await Promise.all(
  (await readdir(folder)).map(async (name): Promise<DecisionEntry> => {
    const data = decisionSchema.parse(parse(await readFile(`${folder}/${name}`, 'utf8')));
    return { kind: 'decision', id: name.replace('.yaml', ''), lang: 'en', file: `en/decisions/${name}`, data };
  }),
);
const table: FactsEntry = {
  kind: 'facts',
  id: 'facts',
  file: 'facts.yaml',
  data: factsSchema.parse(parse(await readFile('content/facts.yaml', 'utf8'))),
};
const diagnosticsFor = (changed: readonly Entry[]) => checkSharedFacts([table, ...changed]);
const LEVELS = ['duty', 'terms', 'risk', 'clear'] as const;

/** The trees with another level for one outcome. */
const withLevel = (id: string, outcome: string, level: OutcomeData['level']): DecisionEntry[] =>
  trees.map((tree) => {
    if (tree.id !== id) return tree;
    const { outcomes } = tree.data;
    return { ...tree, data: { ...tree.data, outcomes: { ...outcomes, [outcome]: { ...outcomes[outcome]!, level } } } };
  });

test('The same facts lead to the same level in every tree.', () => assert.deepEqual(diagnosticsFor(trees), []));

test('Every fact and topic of facts.yaml is used by more than one tree.', () => {
  const users = (uses: (tree: DecisionEntry) => string[]) =>
    Map.groupBy(
      trees.flatMap((tree) => [...new Set(uses(tree))]),
      (name) => name,
    );
  const facts = users(({ data }) => [
    ...Object.values(data.questions).flatMap(({ answers }) => Object.values(answers).flatMap((answer) => Object.keys(answer.facts))),
    ...Object.values(data.outcomes).flatMap((outcome) => Object.keys(outcome.facts)),
  ]);
  const topics = users(({ data }) => Object.values(data.outcomes).flatMap(({ settles }) => settles));
  assert.deepEqual(
    Object.keys(table.data.facts).filter((name) => (facts.get(name)?.length ?? 0) < 2),
    [],
  );
  assert.deepEqual(
    Object.keys(table.data.topics).filter((name) => (topics.get(name)?.length ?? 0) < 2),
    [],
  );
});

test('On every topic, a changed level of an outcome contradicts another tree.', () => {
  const contradicts = (id: string, outcome: string, level: OutcomeData['level']) =>
    LEVELS.some((other) => other !== level && diagnosticsFor(withLevel(id, outcome, other)).length > 0);
  const compared = trees.flatMap(({ id, data }) =>
    Object.entries(data.outcomes).flatMap(([outcome, { level, settles }]) => (contradicts(id, outcome, level) ? settles : [])),
  );
  assert.deepEqual(
    Object.keys(table.data.topics).filter((topic) => !compared.includes(topic)),
    [],
  );
});

test('Every outcome says what to do now, and every walk ends within nine answers.', () => {
  for (const { id, data } of trees) {
    for (const [outcome, { next }] of Object.entries(data.outcomes)) assert.ok(next, `${id}.${outcome}`);
    const longest = (node: string): number => Math.max(0, ...Object.values(data.questions[node]?.answers ?? {}).map(({ to }) => 1 + longest(to)));
    assert.ok(longest(data.start) <= 9, id);
  }
});
