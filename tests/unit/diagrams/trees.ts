import { readdirSync, readFileSync } from 'node:fs';
import type { FlowTree } from '../../../src/diagrams/flowchart.ts';

const folder = new URL('../../fixtures/diagrams/', import.meta.url);

/** Read a file of a fixture tree as text. */
export function fixture(tree: string, file: string): string {
  return readFileSync(new URL(`${tree}/${file}`, folder), 'utf8');
}

/** The fixture trees by the names of their folders. */
export const trees = new Map(readdirSync(folder).map((name) => [name, JSON.parse(fixture(name, 'tree.json')) as FlowTree]));
