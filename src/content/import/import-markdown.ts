/** Turns a folder of foreign Markdown into a base: the texts of its files in, the texts of a content folder out, and what was lost. Pure. */
import type { Heading, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { posix } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parse as parseYaml, stringify } from 'yaml';
import { markupIn } from '../../markdown/foreign-syntax.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { parseBody } from '../../markdown/processor.ts';
import { transliterate } from '../../markdown/transliterate.ts';
import { isUrl } from '../../model/address.ts';
import { suggestId } from '../../model/check/headings.ts';
import { isEntryId } from '../../model/check/index.ts';
import { noteName } from '../../model/check/references.ts';
import { isReserved } from '../../model/check/reserved-ids.ts';
import { isInCalendar } from '../../schema/fields.ts';

export interface Imported {
  /** Texts by file of the content folder. */
  files: Map<string, string>;
  /** What was left out, by the file that it was in. */
  lost: Map<string, string[]>;
}

/** A foreign file on its way into the base. */
interface Draft {
  path: string;
  id: string;
  title: string;
  summary: string;
  reviewed: string;
  tree: Root;
  /** The id of a section by the fragment that other programs would give its heading. */
  fragments: Map<string, string>;
  lost: string[];
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const ALLOWED = new Set('abbr cite dd del details dfn dl dt em figcaption figure ins kbd mark q samp small strong sub summary sup u var'.split(' '));

/** Imports files, by path. `name` is the title of the base, `today` the date of pages without one. */
export function importMarkdown(texts: ReadonlyMap<string, string>, { name, lang, today }: { name: string; lang: string; today: string }): Imported {
  const lost = new Map<string, string[]>();
  const taken = new Set<string>();
  const paths = inOrder([...texts.keys()], texts);
  const home = paths.find((path) => /^(?:index|readme|introduction|intro)\.mdx?$/i.test(path));
  const drafts = paths
    .filter((path) => !/(?:^|\/)summary\.md$/i.test(path))
    .map((path) => draftOf(path, texts.get(path)!, path === home ? 'index' : idOf(path, taken), today));
  for (const draft of drafts) identifyHeadings(draft);
  const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
  const files = new Map<string, string>();
  for (const draft of drafts) {
    const body = write(draft, byPath);
    const front = stringify({ title: draft.title, summary: draft.summary, reviewed: draft.reviewed }, { lineWidth: 0 });
    const file = draft.id === 'index' ? `${lang}/index.mdx` : `${lang}/concepts/${draft.id}.mdx`;
    files.set(file, `---\n${front.replace(/^reviewed: "(.*)"$/m, 'reviewed: $1')}---\n\n${body}`);
    if (draft.lost.length > 0) lost.set(draft.path, [...new Set(draft.lost)]);
  }
  if (!home)
    files.set(
      `${lang}/index.mdx`,
      `---\ntitle: ${stringify(name).trim()}\nsummary: ${stringify(name).trim()}\nreviewed: ${today}\n---\n\n${name}.\n`,
    );
  files.set('site.yaml', siteFile(name, lang, drafts));
  return { files, lost };
}

/** Sorts paths as the SUMMARY.md of mdBook does, if there is one. */
function inOrder(paths: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const sorted = [...paths].sort();
  const summary = sorted.find((path) => /(?:^|\/)summary\.md$/i.test(path));
  const listed = summary
    ? [...texts.get(summary)!.matchAll(/\]\(\.?\/?([^)#\s]+\.mdx?)/g)].map(([, path]) => posix.join(posix.dirname(summary), path!))
    : [];
  const rank = (path: string): number => (listed.includes(path) ? listed.indexOf(path) : listed.length);
  return sorted.sort((a, b) => rank(a) - rank(b));
}

function idOf(path: string, taken: Set<string>): string {
  const parts = path
    .replace(/\.\w+$/, '')
    .split('/')
    .filter((part, at, all) => at === 0 || at < all.length - 1 || !/^(?:index|readme)$/i.test(part))
    .map((part) => (transliterate(part).match(/[a-z0-9]+/g) ?? []).join('-'))
    .filter(Boolean);
  for (let count = 1; ; count += 1) {
    const base = parts.slice(-count).join('-').slice(0, 50) || 'page';
    const id = count > parts.length ? `${base}-${count - parts.length + 1}` : base;
    if (taken.has(id) || !isEntryId('concept', id) || isReserved('entry', id) || id === 'index') continue;
    taken.add(id);
    return id;
  }
}

function draftOf(path: string, text: string, id: string, today: string): Draft {
  const lost: string[] = [];
  const front = FRONT_MATTER.exec(text);
  let data: Record<string, unknown> = {};
  try {
    data = (front && (parseYaml(front[1]!) as Record<string, unknown> | null)) || {};
  } catch {
    lost.push('front matter that is not valid YAML');
  }
  const known = new Set(['title', 'description', 'summary', 'date', 'reviewed']);
  const dropped = Object.keys(data).filter((key) => !known.has(key));
  if (dropped.length > 0) lost.push(`front matter: ${dropped.join(', ')}`);
  const tree = simplify(parseForeign(adaptLines(text.slice(front?.[0].length ?? 0), lost), path.endsWith('.mdx'), lost), lost);
  const first = tree.children[0];
  const own = first?.type === 'heading' && first.depth === 1 ? plain(plainText(first)) : '';
  if (own) tree.children.shift();
  const title = (typeof data.title === 'string' && plain(data.title)) || own || plain(id.replaceAll('-', ' '));
  const opening = tree.children.find((node) => node.type === 'paragraph');
  const said = [data.summary, data.description].find((one) => typeof one === 'string' && one.trim());
  const summary = plain((said as string | undefined) ?? firstSentences(opening ? plainText(opening) : '')) || title;
  const day = [data.reviewed, data.date]
    .map((one) => String(one ?? '').slice(0, 10))
    .find((one) => /^\d{4}-\d\d-\d\d$/.test(one) && isInCalendar(one));
  return { path, id, title, summary, reviewed: day ?? today, tree, fragments: new Map(), lost };
}

/** Removes Markdown and HTML from a text. */
function plain(text: string): string {
  let made = text.replace(/\s+/g, ' ').trim();
  for (let found = markupIn(made), at = 0; found !== undefined && at < 50; found = markupIn(made), at += 1) {
    const bare = found
      .replace(/^!?\[([^\]]*)\]\(.*$/, '$1')
      .replace(/^&.*;?$/, ' ')
      .replace(/^<.*$/, '')
      .replace(/[`*_[\]]/g, '');
    made = made.replace(found.replace(/…$/, ''), bare === found ? '' : bare);
  }
  return made.replace(/\s+/g, ' ').trim();
}

const firstSentences = (text: string): string =>
  text.length <= 240 ? text : (/^.{40,240}?[.!?](?=\s)/su.exec(text)?.[0] ?? `${text.slice(0, 200).replace(/\s+\S*$/, '')} …`);

/** Changes line by line what no parser of Markdown knows. Leaves code as it is. */
function adaptLines(text: string, lost: string[]): string {
  let fence: string | undefined;
  const boxes: string[] = [];
  return text
    .split(/\r?\n/)
    .flatMap((line): string[] => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && (fence === undefined || (line.trim() === mark && mark.startsWith(fence)))) fence = fence === undefined ? mark : undefined;
      else if (fence === undefined) {
        const opened = /^\s*:{3,}\s*\{?\s*\.?([a-z][\w-]*)\}?\s*(?:\[([^\]]*)\])?(.*)$/i.exec(line);
        if (opened) {
          boxes.push('');
          return ['', `> **${opened[2] || opened[3]?.trim() || capital(opened[1]!)}.**`, '>'];
        }
        if (/^\s*:{3,}\s*$/.test(line)) {
          boxes.pop();
          return [''];
        }
        if (/^\s*\{\{#?.*\}\}\s*$/.test(line) || /^\s*\{%.*%\}\s*$/.test(line)) {
          lost.push(`template ${line.trim()}`);
          return [''];
        }
        if (/^\s*\[{1,2}_?TOC_?\]{1,2}\s*$/i.test(line)) return [''];
        line = line
          .replace(
            /^(\s*>\s*)\[!([A-Za-z-]+)\][-+]?\s*(.*)$/,
            (_all, start: string, kind: string, title: string) => `${start}**${title || capital(kind)}.**\n${start}`,
          )
          .replace(/^(#{1,6})(?=[^\s#])/, '$1 ')
          .replace(/^(#{1,6}\s.*?)\s*\{\s*#([\w-]+)[^}]*\}\s*$/, '$1 [#$2]')
          .replace(/^ {0,3}:[ \t]+(?=\S)/, '- ');
      }
      return boxes.length > 0 ? line.split('\n').map((one) => `> ${one}`) : [line];
    })
    .join('\n');
}

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1).toLowerCase();

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const withComponents = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

function parseForeign(text: string, isMdx: boolean, lost: string[]): Root {
  if (isMdx)
    try {
      return withComponents.parse(text);
    } catch {
      lost.push('components, because the MDX is not valid');
    }
  return markdown.parse(text);
}

/** Replaces HTML, components, images and inline notes by what a page may contain. */
function simplify(tree: Root, lost: string[]): Root {
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
        // A | in code ends a cell in GFM, and what follows the last column is not shown.
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
    return text ? [{ type: 'text', value: text }] : [];
  };
  const texts = (value: string): Nodes[] => {
    const made: Nodes[] = [];
    let end = 0;
    for (const { 0: whole, 1: note, 2: marked, index } of value.matchAll(/\^\[([^\]]+)\]|==(?=\S)([^=\n]+)(?<=\S)==/g)) {
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
      } else made.push({ type: 'mdxJsxTextElement', name: 'mark', attributes: [], children: [{ type: 'text', value: marked! }] });
      end = index + whole.length;
    }
    if (end < value.length) made.push({ type: 'text', value: value.slice(end) });
    return made;
  };
  const children = flatten(tree.children) as RootContent[];
  return { type: 'root', children: [...paragraphs(children), ...added] };
}

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

/** Wraps words that removed HTML has left between blocks. */
function paragraphs(nodes: readonly RootContent[]): RootContent[] {
  const made: RootContent[] = [];
  for (const node of nodes) {
    const last = made.at(-1);
    if (!PHRASING.has(node.type)) made.push(node);
    else if (last?.type === 'paragraph' && !last.position) last.children.push(node as PhrasingContent);
    else made.push({ type: 'paragraph', children: [node as PhrasingContent] });
  }
  return made.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

/** Puts headings on their levels, gives each an id, and names footnotes. */
function identifyHeadings({ tree, fragments, lost }: Draft): void {
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

/** Signs of other dialects that are literal text here. */
const UNSAFE = [
  { character: '$', inConstruct: 'phrasing' },
  { character: '^', inConstruct: 'phrasing' },
  { character: '%', before: '%', inConstruct: 'phrasing' },
  { character: '=', before: '=', inConstruct: 'phrasing' },
  { character: ':', after: '[a-z_]+:', inConstruct: 'phrasing' },
  { character: ':', after: ':', inConstruct: 'phrasing' },
  { character: '[', inConstruct: 'phrasing' },
  { character: '@', before: '\\[', inConstruct: 'phrasing' },
] as const;

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', unsafe: UNSAFE as never })
  .use(remarkGfm)
  .use(remarkMdx)
  .freeze();

/** Writes the body of a page. What the parser of pages does not accept is written without HTML. */
function write(draft: Draft, byPath: ReadonlyMap<string, Draft>): string {
  resolveLinks(draft, byPath);
  if (draft.tree.children.every(({ type }) => type === 'footnoteDefinition' || type === 'definition'))
    draft.tree.children.unshift({ type: 'paragraph', children: [{ type: 'text', value: draft.summary }] });
  const body = writer.stringify(draft.tree);
  if (isAccepted(body)) return body;
  visit(draft.tree, (node, index, parent) => {
    if (!parent || index === undefined || (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement')) return undefined;
    draft.lost.push(`<${node.name}>`);
    parent.children.splice(index, 1, ...(node.children as never[]));
    return [SKIP, index];
  });
  draft.tree.children = paragraphs(draft.tree.children);
  return writer.stringify(draft.tree);
}

function isAccepted(body: string): boolean {
  try {
    parseBody(body, 'en/concepts/page.mdx');
    return true;
  } catch {
    return false;
  }
}

function resolveLinks({ path, tree, lost, id }: Draft, byPath: ReadonlyMap<string, Draft>): void {
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
    // A link from the root of a site can begin with folders that are not in this one.
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

function siteFile(name: string, lang: string, drafts: readonly Draft[]): string {
  const groups = Map.groupBy(
    drafts.filter(({ id }) => id !== 'index'),
    ({ path }) => posix.dirname(path).split('/')[0]!,
  );
  return stringify(
    {
      address: 'https://base.example',
      languages: [lang],
      title: { [lang]: name },
      summary: { [lang]: name },
      licence: { spdx: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      navigation: [...groups].map(([folder, own]) => ({
        title: { [lang]: folder === '.' ? name : capital(folder.replaceAll(/[-_]+/g, ' ')) },
        entries: own.map(({ id }) => id),
      })),
    },
    { lineWidth: 0 },
  );
}
