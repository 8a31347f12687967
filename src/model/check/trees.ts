import { readCitation } from '../../markdown/citations.ts';
import type { Tree, TreeFault } from '../decision-tree.ts';
import { STATE_LIMIT } from '../tree-path.ts';
import type { TreeNode } from '../decision-nodes.ts';
import type { Locale } from '../locale.ts';
import { nearest } from '../did-you-mean.ts';
import { pointFaults } from './article-points.ts';
import { problem, type Problem } from '../diagnostics.ts';
import { paragraphFaults } from './references.ts';

/** Finds every fault of a decision tree: of its graph, and of the references of its nodes. */
export function treeFaults(tree: Tree, locale: Locale): Problem[] {
  return [...tree.faults.map((fault) => graphFault(tree, fault)), ...referenceFaults(tree, locale)];
}

function graphFault(tree: Tree, fault: TreeFault): Problem {
  const { file, id, start, byId } = tree;
  const questions = [...byId.values()].flatMap((node) => (node.kind === 'question' ? node.id : []));
  switch (fault.kind) {
    case 'missing-start':
      return problem(
        'missing-target',
        file,
        { path: ['start'] },
        { led: 'The tree starts at', to: fault.to, sought: 'question', near: nearest(fault.to, questions) },
      );
    case 'missing-target':
      return problem(
        'missing-target',
        file,
        { path: ['questions', fault.question, 'answers', fault.answer, 'to'] },
        { led: `The answer “${fault.answer}” leads to`, to: fault.to, sought: 'question or outcome', near: nearest(fault.to, byId.keys()) },
      );
    case 'unreachable-node':
      return problem('unreachable-node', file, { path: [section(byId.get(fault.id)!), fault.id] }, { id: fault.id, start: start.id });
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

function referenceFaults({ nodes, file }: Tree, { index, sources, texts, article }: Locale): Problem[] {
  return nodes.flatMap((node) => {
    const path = [section(node), node.id];
    return [
      ...node.see.flatMap((address, at) => {
        const found = index.find(address);
        return found && 'fault' in found
          ? [problem(found.fault.kind, file, { path: [...path, 'see', at] }, { ...found.fault, href: address } as never)]
          : [];
      }),
      ...node.sources.flatMap((text, at) => {
        const place = { path: [...path, 'sources', at] };
        const items = readCitation(`@${text}`);
        if (!items) return [problem('broken-citation', file, place, { text })];
        return items.flatMap((item) =>
          sources.has(item.key)
            ? paragraphFaults(item, texts, file, place)
            : [problem('unknown-source', file, place, { key: item.key, near: nearest(item.key, sources.keys()) })],
        );
      }),
      ...(node.kind === 'outcome'
        ? node.restsOn.flatMap((point, at) => pointFaults([point], file, { path: [...path, 'rests-on', at] }, article))
        : []),
    ];
  });
}

/** The field of the file in which a node is written. */
const section = ({ kind }: TreeNode): string => (kind === 'question' ? 'questions' : 'outcomes');
