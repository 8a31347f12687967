import type { Heading, Root } from 'mdast';
import { nodesIn } from './nodes-in.ts';

/** The id that an author writes at the end of a heading: `## Before you start [#setup]`. A citation may follow it. */
const MARK = /\s*\[#([^\]\s]*)\]((?:\s*\[@[^\][]+\])*)\s*$/;

/** Removes the id from the text of each heading and sets it on the node. The model reports a heading without one. */
export function headingIds() {
  return (tree: Root): void => {
    for (const heading of nodesIn(tree)) {
      if (heading.type !== 'heading') continue;
      const last = heading.children.findLast(({ type, ...node }) => type !== 'footnoteReference' && !('value' in node && !String(node.value).trim()));
      const mark = last?.type === 'text' ? MARK.exec(last.value) : null;
      if (!mark || last?.type !== 'text') continue;
      last.value = last.value.slice(0, mark.index) + mark[2];
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id: mark[1] } };
    }
  };
}

/** Returns the id that `headingIds` set on a heading. */
export function headingId(heading: Heading): string | undefined {
  const id = heading.data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}
