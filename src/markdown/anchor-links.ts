import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { stringsOf } from '../i18n/index.ts';
import { languageOf, type LanguagesOfBase } from './file-locale.ts';
import { NOTES } from './footnotes.ts';
import { nodesIn } from './nodes-in.ts';

/** The number at the end of a block id. */
const BLOCK = /\.(\d+)$/;

/**
 * Adds a link to its own address to every heading, block and note; the link opens the menu of the passage. In a heading the title is the link, as on
 * MDN. The link of a block has no text, so that copied and indexed text stays clean.
 */
export function anchorLinks({ languages }: { languages: LanguagesOfBase }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const words = stringsOf(languageOf(file) ?? '', await languages()).blocks;
    for (const node of nodesIn(tree)) {
      if (node.type !== 'mdxJsxFlowElement') continue;
      const id = node.attributes.flatMap((one) => (one.type === 'mdxJsxAttribute' && one.name === 'id' ? String(one.value) : []))[0] ?? '';
      const number = BLOCK.exec(id)?.[1];
      const home = /^(?:figure|p)$/.test(node.name ?? '') ? node : node.children.findLast((child) => child.type === 'mdxJsxFlowElement');
      // A click on a link in a summary would also open the details.
      if (number && home && node.name !== 'summary') home.children.push(mark(id, { ariaLabel: `${words.passage} ${number}` }));
    }
    /** The title of the current section, part of the accessible name of each link. */
    let section = '';
    for (const node of nodesIn(tree)) {
      if (node.type !== 'element') continue;
      const { tagName, properties } = node;
      const id = typeof properties.id === 'string' ? properties.id : '';
      if (!id || id === NOTES) continue;
      const number = BLOCK.exec(id)?.[1];
      if (/^h[2-6]$/.test(tagName)) {
        section = `: ${textOf(node).trim()}`;
        // A link in a link is not valid HTML: a title with a link, a note or a citation gets a link after it.
        if (holdsLink(node)) node.children.push(mark(id, { ariaLabel: `${words.passage}${section}` }));
        else node.children = [mark(id, {}, node.children)];
      } else if (number) homeOf(node)?.children.push(mark(id, { ariaLabel: `${words.passage} ${number}${section}` }));
      else if (tagName === 'li' && id.startsWith('fn-'))
        homeOf(node)!.children.push(mark(id, { ariaLabel: `${words.note}: ${id.slice('fn-'.length)}` }));
    }
  };
}

const mark = (id: string, properties: Element['properties'], children: ElementContent[] = []): Element => ({
  type: 'element',
  tagName: 'a',
  properties: { href: `#${id}`, className: ['anchor-link'], ...properties },
  children,
});

/** The text of a title, without the numbers of notes. */
const textOf = (node: ElementContent): string =>
  node.type === 'text' ? node.value : node.type === 'element' && node.tagName !== 'sup' ? node.children.map(textOf).join('') : '';

const holdsLink = (node: Element): boolean =>
  node.children.some((child) => child.type === 'element' && (['a', 'kb-link', 'kb-cite'].includes(child.tagName) || holdsLink(child)));

/** Finds the element of a block that can hold a link: the first cell of a table, the last paragraph of a note. */
function homeOf(node: Element): Element | undefined {
  const elements = node.children.filter((child) => child.type === 'element');
  switch (node.tagName) {
    case 'p':
    case 'blockquote':
    case 'th':
    case 'td':
      return node;
    case 'li':
      return node.properties.id?.toString().startsWith('fn-') ? (elements.findLast(({ tagName }) => tagName === 'p') ?? node) : node;
    case 'table':
    case 'thead':
    case 'tbody':
    case 'tr':
      return elements[0] && homeOf(elements[0]);
    default:
      return undefined;
  }
}
