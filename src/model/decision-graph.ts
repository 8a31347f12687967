/** The questions and outcomes of a decision as a graph, whatever is wrong with it. */
import type { DecisionData } from '../schema/decision.ts';

/** An answer that leads back: the nodes from its target to it, and the target again. */
export interface Cycle {
  question: string;
  answer: string;
  path: string[];
}

/** Tell whether an id is one of a question or an outcome. */
export const isNode = (data: DecisionData, id: string): boolean => Object.hasOwn(data.questions, id) || Object.hasOwn(data.outcomes, id);

/** Go through the nodes from one of them, depth first, and note every answer that leads back. */
export function visitNodes(data: DecisionData, start: string): { order: string[]; cycles: Cycle[] } {
  const order = new Set<string>();
  const cycles: Cycle[] = [];
  /** The way to the node at hand; a list of its own, since a deep tree would overflow the stack. */
  const path: { id: string; left: [answer: string, to: string][] }[] = [];
  const open = new Set<string>();
  const enter = (id: string): void => {
    order.add(id);
    open.add(id);
    path.push({ id, left: answersOf(data, id).map(([answer, { to }]) => [answer, to]) });
  };
  if (isNode(data, start)) enter(start);
  while (path.length > 0) {
    const { id, left } = path.at(-1)!;
    const next = left.shift();
    if (!next) {
      open.delete(id);
      path.pop();
      continue;
    }
    const [answer, to] = next;
    if (open.has(to)) cycles.push({ question: id, answer, path: [...path.slice(path.findIndex((one) => one.id === to)).map((one) => one.id), to] });
    else if (!order.has(to) && isNode(data, to)) enter(to);
  }
  return { order: [...order], cycles };
}

/** Find the nodes that are not reached, and of a branch that hangs in the air only the first. */
export function strays(data: DecisionData, reached: readonly string[]): string[] {
  const seen = new Set<string>();
  const reach = (from: string): void => visitNodes(data, from).order.forEach((id) => seen.add(id));
  for (const id of reached) if (!seen.has(id)) reach(id);
  const left = nodesOf(data).filter((id) => !seen.has(id));
  const led = new Set(left.flatMap((id) => answersOf(data, id).flatMap(([, { to }]) => (to === id ? [] : [to]))));
  const found: string[] = [];
  for (const id of [...left.filter((one) => !led.has(one)), ...left]) {
    if (seen.has(id)) continue;
    found.push(id);
    reach(id);
  }
  return found;
}

/** List the ids of all questions and outcomes. */
export const nodesOf = ({ questions, outcomes }: DecisionData): string[] => Object.keys({ ...questions, ...outcomes });

/** List the answers of a question; an outcome has none. */
export const answersOf = ({ questions }: DecisionData, id: string) => (Object.hasOwn(questions, id) ? Object.entries(questions[id]!.answers) : []);
