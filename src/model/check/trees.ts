import { readCitation } from '../../markdown/citations.ts';
import type { Tree, TreeError } from '../decision-tree.ts';
import { STATE_LIMIT } from '../tree-path.ts';
import type { TreeNode } from '../decision-nodes.ts';
import { isFailed } from '../entry.ts';
import type { Locale } from '../locale.ts';
import { closestNames } from '../did-you-mean.ts';
import { checkPoints } from './article-points.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import { checkLocator } from './references.ts';

/** Checks a decision tree: its graph, and the references of its nodes. */
export function checkTree(tree: Tree, locale: Locale): Diagnostic[] {
  // If the questions or the outcomes are unknown, any target may be one of them.
  const isUnknown = [['questions'], ['outcomes']].some((path) => isFailed(tree, path));
  const errors = tree.errors.filter(({ kind }) => !isUnknown || (kind !== 'missing-target' && kind !== 'missing-start'));
  return [...errors.map((error) => graphDiagnostic(tree, error)), ...checkTerms(tree, locale), ...checkReferences(tree, locale)];
}

function graphDiagnostic(tree: Tree, error: TreeError): Diagnostic {
  const { file, id, start, byId } = tree;
  const questions = [...byId.values()].flatMap((node) => (node.kind === 'question' ? node.id : []));
  switch (error.kind) {
    case 'missing-start':
      return diagnostic(
        'missing-target',
        file,
        { path: ['start'] },
        { led: 'The tree starts at', to: error.to, sought: 'question', near: closestNames(error.to, questions) },
      );
    case 'missing-target':
      return diagnostic(
        'missing-target',
        file,
        { path: ['questions', error.question, 'answers', error.answer, 'to'] },
        { led: `The answer “${error.answer}” leads to`, to: error.to, sought: 'question or outcome', near: closestNames(error.to, byId.keys()) },
      );
    case 'unreachable-node':
      return diagnostic('unreachable-node', file, { path: [section(byId.get(error.id)!), error.id] }, { id: error.id, start: start.id });
    case 'cycle':
      return diagnostic('cycle', file, { path: ['questions', error.question, 'answers', error.answer, 'to'] }, error);
    case 'unknown-answer':
      return diagnostic('unknown-answer', file, { path: ['questions', error.question, 'assumed'] }, error);
    case 'too-many-states':
      return diagnostic('too-many-states', file, { path: ['start'] }, { tree: id, states: STATE_LIMIT, limit: STATE_LIMIT });
    case 'duplicate-node':
      return diagnostic('duplicate-node', file, { path: ['outcomes', error.id] }, error);
    case 'no-outcome':
      return diagnostic('no-outcome', file, { path: ['questions', error.id, 'answers'] }, error);
  }
}

function checkTerms({ data, file }: Tree, { vocabulary }: Locale): Diagnostic[] {
  if (vocabulary && isFailed(vocabulary, ['terms'])) return [];
  const known = Object.keys(vocabulary?.data.terms ?? {});
  return data.terms.flatMap((to, at) =>
    known.includes(to)
      ? []
      : [
          diagnostic(
            'missing-target',
            file,
            { path: ['terms', at] },
            { led: 'The tree explains', to, sought: 'term in vocabulary.yaml', near: closestNames(to, known) },
          ),
        ],
  );
}

function checkReferences({ nodes, file }: Tree, { index, sources, texts, article }: Locale): Diagnostic[] {
  return nodes.flatMap((node) => {
    const path = [section(node), node.id];
    return [
      ...node.see.flatMap((address, at) => {
        const found = index.find(address);
        return found && 'error' in found
          ? [diagnostic(found.error.kind, file, { path: [...path, 'see', at] }, { ...found.error, href: address } as never)]
          : [];
      }),
      ...node.sources.flatMap((text, at) => {
        const place = { path: [...path, 'sources', at] };
        const items = readCitation(`@${text}`);
        if (!items) return [diagnostic('broken-citation', file, place, { text })];
        return items.flatMap((item) =>
          sources.has(item.key)
            ? checkLocator(item, texts, file, place)
            : [diagnostic('unknown-source', file, place, { key: item.key, near: closestNames(item.key, sources.keys()) })],
        );
      }),
      ...(node.kind === 'outcome'
        ? node.restsOn.flatMap((point, at) => checkPoints([point], file, { path: [...path, 'rests-on', at] }, article))
        : []),
    ];
  });
}

/** Returns the field of the file that contains a node. */
const section = ({ kind }: TreeNode): string => (kind === 'question' ? 'questions' : 'outcomes');
