/** Finds elements where HTML does not allow them. A browser would move such an element, so the page would differ from its source. */
import type { Nodes } from 'mdast';
import { COMPONENTS } from './allowed-html.ts';
import { BLOCK_ELEMENTS, isBlock, nameOf } from './html-blocks.ts';

/** The elements that may contain an element. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  summary: ['details'],
  figcaption: ['figure'],
  rt: ['ruby'],
  rp: ['ruby'],
};
/** The elements that an element may contain. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = { ul: ['li'], ol: ['li'], dl: ['dt', 'dd', 'div'] };

const LINE = 'Put it on a line of its own, with an empty line before and after it';

/** Returns an error and a hint if HTML does not allow a node in its parent. */
export function misplaced(node: Nodes, parent: Nodes | undefined): { reason: string; hint: string } | undefined {
  const [name, outer] = [nameOf(node), nameOf(parent)];
  const homes = HOMES[name];
  if (homes && !homes.includes(outer))
    return { reason: `<${name}> is not in ${listed(homes)}.`, hint: `Put it into ${listed(homes)}, or delete its tags.` };
  const contents = CONTENTS[outer];
  if (contents && !contents.includes(name))
    return {
      reason: `<${outer}> contains more than ${listed(contents)}.`,
      hint: `Put this into ${listed(contents)}, or delete the tags of <${outer}>.`,
    };
  if (name === 'details' && 'children' in node && nameOf(node.children[0]) !== 'summary')
    return { reason: '<details> does not begin with a title.', hint: 'Write <summary>the title</summary> after <details>.' };
  if (node.type === 'mdxJsxTextElement' && BLOCK_ELEMENTS.has(name) && (COMPONENTS.includes(name) || !mayHoldHtml(parent)))
    return { reason: `<${name}> is inside ${outer ? `<${outer}>` : 'a link, an emphasis, a heading or a table'}.`, hint: `${LINE}.` };
  if (parent && holdsWords(parent) && isBlock(node))
    return {
      reason: `<${outer}> contains more than the words of a paragraph.`,
      hint: `Write <${outer}> and </${outer}> in each paragraph, without empty lines between.`,
    };
  return undefined;
}

/** Whether an element may contain HTML blocks. A table cell may, although it cannot contain Markdown blocks. */
const mayHoldHtml = (parent: Nodes | undefined): boolean => parent?.type === 'tableCell' || BLOCK_ELEMENTS.has(nameOf(parent));

/** Whether an element on a line of its own may contain words only. */
const holdsWords = (node: Nodes): boolean => {
  const name = nameOf(node);
  return node.type === 'mdxJsxFlowElement' && name !== '' && (name === 'summary' || !BLOCK_ELEMENTS.has(name));
};

const listed = (names: readonly string[]): string => names.map((name) => `<${name}>`).join(' or ');
