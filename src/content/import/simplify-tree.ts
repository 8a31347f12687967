import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { isUrl } from '../../schema/url.ts';

/** HTML elements that a page may contain, without attributes. */
const ALLOWED = new Set('abbr cite dd del details dfn dl dt em figcaption figure ins kbd mark q samp small strong sub summary sup u var'.split(' '));

/** Replaces HTML, components, images and inline notes by Markdown that a page may contain. */
export function simplify(tree: Root, lost: string[]): Root {
  let notes = 0;
  const added: RootContent[] = [];
  const flatten = (nodes: readonly Nodes[]): Nodes[] => nodes.flatMap(one);
  const one = (node: Nodes): Nodes[] => {
    if ('children' in node) node.children = flatten(node.children) as never;
    switch (node.type) {
      case 'mdxjsEsm':
      case 'yaml':
        return [];
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!/^\s*(?:\/\*.*\*\/)?\s*$/s.test(node.value)) lost.push(`code {${node.value.slice(0, 40)}}`);
        return [];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return component(node);
      case 'html':
        return html(node.value);
      case 'image':
        return image(node.url, node.alt ?? '');
      case 'imageReference':
        lost.push('images');
        return node.alt ? [{ type: 'text', value: node.alt }] : [];
      case 'code':
        return [node.lang === 'mermaid' ? (lost.push('a Mermaid drawing, kept as code'), { ...node, lang: 'text' }) : { ...node, meta: null }];
      case 'table': {
        const columns = node.children[0]?.children.length ?? 0;
        // A | in code ends a cell in GFM, and cells after the last column are not shown.
        for (const row of node.children)
          for (const cell of row.children.splice(columns)) row.children.at(-1)?.children.push({ type: 'text', value: '|' }, ...cell.children);
        return [node];
      }
      case 'text':
        return texts(node.value);
      default:
        return [node];
    }
  };
  const image = (url: string, alt: string): Nodes[] => {
    if (isUrl(url) && /^https?:/.test(url)) return [{ type: 'link', url, children: [{ type: 'text', value: alt || url }] }];
    lost.push(`image ${url}`);
    return alt ? [{ type: 'emphasis', children: [{ type: 'text', value: alt }] }] : [];
  };
  const component = (node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): Nodes[] => {
    const name = node.name ?? '';
    const attribute = (key: string): string =>
      node.attributes.flatMap((had) => (had.type === 'mdxJsxAttribute' && had.name === key && typeof had.value === 'string' ? had.value : []))[0] ??
      '';
    if (name === 'br') return [{ type: 'break' }];
    if (name === 'a' && attribute('href')) return [{ type: 'link', url: attribute('href'), children: node.children as PhrasingContent[] }];
    if (name === 'img') return image(attribute('src'), attribute('alt'));
    if (ALLOWED.has(name)) return [{ ...node, attributes: [] }];
    if (name) lost.push(`<${name}>`);
    const label = attribute('title') || attribute('label');
    const children = node.children as Nodes[];
    if (node.type === 'mdxJsxTextElement' || !label) return children;
    return [{ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: label }] }] }, ...children];
  };
  const html = (value: string): Nodes[] => {
    if (value.startsWith('<!--')) return [];
    if (/^<br\s*\/?>$/i.test(value)) return [{ type: 'break' }];
    const [, src = ''] = /<img[^>]*\ssrc=["']?([^"'\s>]+)/i.exec(value) ?? [];
    if (src) return image(src, /\salt=["']([^"']*)/i.exec(value)?.[1] ?? '');
    lost.push(...[...value.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => `<${name}>`));
    const text = value
      .replace(/<(script|style)\b.*?<\/\1>/gis, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return text ? texts(text) : [];
  };
  const texts = (value: string): Nodes[] => {
    const made: Nodes[] = [];
    let end = 0;
    const syntax =
      /\^\[([^\]]+)\]|==(?=\S)([^=\n]+)(?<=\S)==|(?<![\w+])\+\+((?:[a-z\d-]+|"[^"\n+]+")(?:\+(?:[a-z\d-]+|"[^"\n+]+"))*)\+\+(?![\w+])|:[a-z]+(?:[-_][a-z\d]+)+:|\{:?\s*(?:[.#][\w-]+|data-[\w-]+|[\w-]+=(?:"[^"]*"|[^\s}]+))(?:\s+[^{}\n]*)?\}/g;
    for (const { 0: whole, 1: note, 2: marked, 3: keys, index } of value.matchAll(syntax)) {
      if (index > end) made.push({ type: 'text', value: value.slice(end, index) });
      if (note !== undefined) {
        notes += 1;
        const name = `inline-${notes}`;
        made.push({ type: 'footnoteReference', identifier: name, label: name });
        added.push({
          type: 'footnoteDefinition',
          identifier: name,
          label: name,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: note }] }],
        });
      } else if (marked !== undefined) made.push(element('mark', marked));
      else if (keys !== undefined)
        made.push(
          ...keys
            .split('+')
            .flatMap((key, at): Nodes[] => [...(at > 0 ? [{ type: 'text', value: '+' } as const] : []), element('kbd', key.replaceAll('"', ''))]),
        );
      else lost.push(whole.startsWith(':') ? `icon ${whole}` : `attributes ${whole}`);
      end = index + whole.length;
    }
    if (end < value.length) made.push({ type: 'text', value: value.slice(end) });
    return made;
  };
  const children = flatten(tree.children) as RootContent[];
  return { type: 'root', children: [...paragraphs(children), ...added] };
}

const element = (name: string, value: string): Nodes => ({ type: 'mdxJsxTextElement', name, attributes: [], children: [{ type: 'text', value }] });

const PHRASING = new Set([
  'break',
  'emphasis',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
  'delete',
  'footnoteReference',
  'mdxJsxTextElement',
]);

/** Wraps loose words between blocks in paragraphs. Such words remain after HTML is removed. */
export function paragraphs(nodes: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (!PHRASING.has(node.type)) made.push(node);
    else if (last?.type === 'paragraph' && !last.position) last.children.push(node as PhrasingContent);
    else made.push({ type: 'paragraph', children: [node as PhrasingContent] });
  }
  return made.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}
