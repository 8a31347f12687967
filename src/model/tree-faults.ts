import { readCitation } from '../markdown/citations.ts';
import type { OutcomeData, QuestionData } from '../schema/decision.ts';
import type { Tree, TreeFault } from './decision.ts';
import { STATE_LIMIT } from './walk.ts';
import type { Edition } from './edition.ts';
import { nearest } from './likeness.ts';
import { pointFaults } from './points.ts';
import { problem, type Problem } from './problem.ts';

/** Find every fault of one decision tree: of its graph, and of what its nodes refer to. */
export function treeFaults(tree: Tree, edition: Edition): Problem[] {
  return [...tree.faults.map((fault) => graphFault(tree, fault)), ...referenceFaults(tree, edition)];
}

function graphFault(tree: Tree, fault: TreeFault): Problem {
  const { file, id, data } = tree;
  const nodes = [...Object.keys(data.questions), ...Object.keys(data.outcomes)];
  const place = (node: string) => ({ path: [Object.hasOwn(data.questions, node) ? 'questions' : 'outcomes', node] });
  switch (fault.kind) {
    case 'missing-start':
      return problem(
        'missing-target',
        file,
        { path: ['start'] },
        { led: 'The tree starts at', to: fault.to, sought: 'question', near: nearest(fault.to, Object.keys(data.questions)) },
      );
    case 'missing-target':
      return problem(
        'missing-target',
        file,
        { path: ['questions', fault.question, 'answers', fault.answer, 'to'] },
        { led: `The answer “${fault.answer}” leads to`, to: fault.to, sought: 'question or outcome', near: nearest(fault.to, nodes) },
      );
    case 'unreachable-node':
      return problem('unreachable-node', file, place(fault.id), { id: fault.id, start: data.start });
    case 'cycle':
      return problem('cycle', file, { path: ['questions', fault.question, 'answers', fault.answer, 'to'] }, fault);
    case 'unknown-answer':
      return problem('unknown-answer', file, { path: ['questions', fault.question, 'assumed'] }, fault);
    case 'too-many-states':
      return problem('too-many-states', file, { path: ['start'] }, { tree: id, states: STATE_LIMIT, limit: STATE_LIMIT });
    case 'duplicate-node':
      return problem('duplicate-node', file, { path: ['outcomes', fault.id] }, fault);
    case 'no-outcome':
      return problem('no-outcome', file, { path: ['questions', fault.id, 'answers'] }, fault);
  }
}

function referenceFaults({ data, file }: Tree, { index, sources, article }: Edition): Problem[] {
  const nodes: [room: string, id: string, node: QuestionData | OutcomeData][] = [
    ...Object.entries(data.questions).map(([id, node]) => ['questions', id, node] as [string, string, QuestionData]),
    ...Object.entries(data.outcomes).map(([id, node]) => ['outcomes', id, node] as [string, string, OutcomeData]),
  ];
  return nodes.flatMap(([room, id, node]) => [
    ...node.see.flatMap((address, at) => {
      const found = index.find(address);
      return found && 'fault' in found
        ? [problem(found.fault.kind, file, { path: [room, id, 'see', at] }, { ...found.fault, href: address } as never)]
        : [];
    }),
    ...node.sources.flatMap((text, at) => {
      const place = { path: [room, id, 'sources', at] };
      const items = readCitation(`@${text}`);
      if (!items) return [problem('broken-citation', file, place, { text })];
      return items
        .filter(({ key }) => !sources.has(key))
        .map(({ key }) => problem('unknown-source', file, place, { key, near: nearest(key, sources.keys()) }));
    }),
    ...('rests-on' in node ? node['rests-on'].flatMap((point, at) => pointFaults([point], file, { path: [room, id, 'rests-on', at] }, article)) : []),
  ]);
}
