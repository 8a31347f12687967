import { readdirSync, readFileSync } from 'node:fs';
import { buildTree, type Tree } from '../../../src/model/decision-tree.ts';
import type { DecisionData } from '../../../src/schema/decision.ts';

const folder = new URL('../../fixtures/diagrams/', import.meta.url);

/** A fixture tree without the fields that a drawing does not show. */
export interface TreeFixture {
  id: string;
  lang: string;
  title: string;
  summary: string;
  start: string;
  questions: Record<string, { ask: string; assumed?: string; answers: Record<string, { label: string; to: string }> }>;
  outcomes: Record<string, { verdict: string; level: 'duty' | 'terms' | 'risk' | 'clear' }>;
}

/** Reads a file of a fixture tree as text. */
export function fixture(tree: string, file: string): string {
  return readFileSync(new URL(`${tree}/${file}`, folder), 'utf8');
}

/** Builds a fixture tree. */
export function treeOf({ id, lang, title, summary, start, questions, outcomes }: TreeFixture): Tree {
  const filled = <T extends object>(nodes: Record<string, T>, more: object) =>
    Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, { see: [], sources: [], ...more, ...node }]));
  const data = { title, summary, start, questions: filled(questions, {}), outcomes: filled(outcomes, { text: '', 'rests-on': [] }) };
  return buildTree({ kind: 'decision', id, lang, file: `${lang}/decisions/${id}.yaml`, data: data as unknown as DecisionData });
}

/** The fixture trees by the names of their folders. */
export const fixtures = new Map(readdirSync(folder).map((name) => [name, JSON.parse(fixture(name, 'tree.json')) as TreeFixture]));
