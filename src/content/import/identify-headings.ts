import type { Heading } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { plainText } from '../../markdown/plain-text.ts';
import { suggestId } from '../../model/check/headings.ts';
import { noteName } from '../../model/check/references.ts';
import type { Draft } from './draft.ts';

/** Corrects the levels of headings, gives each an id, and names footnotes. */
export function identifyHeadings({ tree, fragments, lost }: Draft): void {
  const taken = new Set<string>();
  const slugs = new Map<string, number>();
  let depth = 1;
  const top = Math.min(6, ...tree.children.flatMap((node) => (node.type === 'heading' ? node.depth : [])));
  visit(tree, 'heading', (heading: Heading, index, parent) => {
    const last = heading.children.at(-1);
    const given = last?.type === 'text' ? /\s*\[#([\w-]+)\]\s*$/.exec(last.value) : null;
    if (given && last?.type === 'text') last.value = last.value.slice(0, given.index);
    const title = plainText(heading);
    if (!title && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    depth = Math.min(Math.max(2, heading.depth - top + 2), depth + 1, 6);
    heading.depth = depth as Heading['depth'];
    const id = suggestId(given ? given[1]!.replaceAll(/[-_]+/g, ' ') : title, taken);
    taken.add(id);
    const slug = slugOf(title);
    const times = slugs.get(slug) ?? 0;
    slugs.set(slug, times + 1);
    fragments.set(times ? `${slug}-${times}` : slug, id);
    if (given) fragments.set(given[1]!, id);
    heading.children.push({ type: 'html', value: ` [#${id}]` });
    return undefined;
  });
  const used = new Set<string>();
  visit(tree, 'footnoteReference', (node) => void used.add(node.identifier));
  visit(tree, (node, index, parent) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return undefined;
    if (node.type === 'footnoteDefinition' && !used.has(node.identifier) && parent && index !== undefined) {
      lost.push(`the footnote ${node.label ?? node.identifier}, which nothing refers to`);
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const name = /^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(node.identifier) ? node.identifier : noteName(node.identifier);
    Object.assign(node, { identifier: name, label: name });
    return undefined;
  });
}

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
