import { isScalar, parseDocument, visit, type Pair, type Scalar } from 'yaml';
import { identifyFile } from '../../schema/content-layout.ts';
import type { Edit } from './edit.ts';
import { renamed, type Plan } from './rename-plan.ts';

/** Fields whose values are addresses, ids of pages, or citations. */
const ADDRESSES = new Set(['see', 'related', 'entries', 'question', 'tree', 'source']);

/** Returns the edits of YAML that begins at `offset` of its file. */
export function yamlEdits(plan: Plan, file: string, yaml: string, offset: number): Edit[] {
  const edits: Edit[] = [];
  const place = identifyFile(file);
  const isOwn = place?.id === plan.entry;
  const [now, then] = plan.names;
  const replace = (node: Scalar, from: string, to: string): void => {
    const [begin, end] = node.range!;
    const at = yaml.slice(begin, end).indexOf(from);
    if (at >= 0) edits.push({ start: offset + begin + at, end: offset + begin + at + from.length, text: to });
  };
  visit(parseDocument(yaml), {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.range) return;
      const path = ancestors
        .filter((one): one is Pair => 'key' in (one as object))
        .map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
      const field = key === 'key' ? path.at(-2) : path.at(-1);
      const address = renamed(plan, node.value);
      if (key === 'key' && field === 'questions' && place?.kind === 'search-questions' && address) replace(node, node.value, address);
      if (key !== 'key' && field && ADDRESSES.has(field) && address) replace(node, node.value, address);
      if (key !== 'key' && field === 'sources' && plan.kind === 'page' && node.value.split(',')[0]!.trim() === plan.from)
        replace(node, plan.from, plan.to);
      if (!isOwn || node.value !== now) return;
      const isName =
        plan.kind === 'section'
          ? key === 'key' && field === 'covers'
          : plan.kind === 'node'
            ? key === 'key'
              ? path.length === 2 && (field === 'questions' || field === 'outcomes')
              : field === 'to' || field === 'start'
            : plan.kind === 'answer' && path[1] === plan.from.split('.')[1] && (key === 'key' ? field === 'answers' : field === 'assumed');
      if (isName) replace(node, now, then);
    },
  });
  return edits;
}
