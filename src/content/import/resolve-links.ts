import { posix } from 'node:path';
import { SKIP, visit } from 'unist-util-visit';
import { isUrl } from '../../schema/url.ts';
import type { Draft } from './draft.ts';

/** Turns links between the foreign files into addresses of the base. A link without a target leaves its text. */
export function resolveLinks({ path, tree, lost, id }: Draft, byPath: ReadonlyMap<string, Draft>): void {
  const definitions = new Map<string, string>();
  visit(tree, 'definition', (node, index, parent) => {
    definitions.set(node.identifier, node.url);
    parent!.children.splice(index!, 1);
    return [SKIP, index!];
  });
  visit(tree, (node, index, parent) => {
    if ((node.type !== 'link' && node.type !== 'linkReference') || !parent || index === undefined) return undefined;
    const url = node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? '');
    const to = hrefOf(url);
    if (to === undefined) lost.push(`link to ${url}`);
    const children = node.children.flatMap((child) => (child.type === 'link' ? child.children : child.type === 'footnoteReference' ? [] : child));
    parent.children.splice(index, 1, ...((to === undefined ? children : [{ type: 'link', url: to, children }]) as never[]));
    return to === undefined ? [SKIP, index] : SKIP;
  });

  function hrefOf(url: string): string | undefined {
    if (/^(?:https?:|mailto:|tel:)/i.test(url)) return isUrl(url) ? url : undefined;
    if (/^[a-z][a-z\d+.-]*:/i.test(url) || url.startsWith('//')) return undefined;
    const [file = '', fragment = ''] = url.split('#');
    const target = file === '' || file.startsWith('?') ? byPath.get(path) : targetOf(decode(file.replace(/\?.*$/, '')));
    if (!target) return undefined;
    const section = fragment && target.fragments.get(decode(fragment));
    if (fragment && !section) lost.push(`the section of the link ${url}`);
    if (target.id === id && section) return `#${section}`;
    return `kb:${target.id}${section ? `.${section}` : ''}`;
  }

  function targetOf(file: string): Draft | undefined {
    const from = file.startsWith('/') ? '' : posix.dirname(path);
    const plainPath = posix.join(from, file).replace(/^\/+|\/+$/g, '');
    const bare = plainPath.replace(/\.(?:mdx?|html?|markdown)$/i, '');
    const names = [plainPath, ...['.md', '.mdx', '/index.md', '/index.mdx', '/README.md'].map((end) => bare + end)];
    // A link from the root of a site can begin with folders that are not in the imported folder.
    for (let parts = bare.split('/'); file.startsWith('/') && parts.length > 1; parts = parts.slice(1))
      names.push(...['.md', '.mdx', '/index.md', '/index.mdx'].map((end) => parts.slice(1).join('/') + end));
    // In another program an address can have one folder more than the file.
    if (!file.startsWith('/'))
      names.push(...['.md', '.mdx', '/index.mdx'].map((end) => posix.join(path.replace(/\.\w+$/, ''), file).replace(/\/$/, '') + end));
    const found = names.find((one) => byPath.has(one));
    return found === undefined ? undefined : byPath.get(found);
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
