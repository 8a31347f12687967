import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The hand-given id at the end of a heading: `## Before you start [#setup]`. */
const MARK = /\s*\[#([^\]\s]*)\]\s*$/;

/** Take the id out of each heading's text and put it on the node. A heading without one is left alone; the model reports it. */
export function headingIds() {
  return (tree: Root): void => {
    visit(tree, 'heading', (heading: Heading) => {
      const last = heading.children.at(-1);
      const mark = last?.type === 'text' ? MARK.exec(last.value) : null;
      if (!mark || last?.type !== 'text') return;
      last.value = last.value.slice(0, mark.index);
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id: mark[1] } };
    });
  };
}

/** Read the id that `headingIds` put on a heading. */
export function headingId(heading: Heading): string | undefined {
  const id = heading.data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}
