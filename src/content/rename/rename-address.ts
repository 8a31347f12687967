/** Rename a page, a section, a difference, a node or an answer, with everything that names it. Pure: texts in, edits out. In one file, since each kind of name is found in pages, front matter and YAML by one plan. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isScalar, parseDocument, visit as visitYaml, type Pair, type Scalar } from 'yaml';
import { blocksOf } from '../../markdown/block-ids.ts';
import { headingId } from '../../markdown/heading-ids.ts';
import { parseBody } from '../../markdown/processor.ts';
import { parseLink, type Address } from '../../model/address.ts';
import type { Page } from '../../model/page.ts';
import type { Site } from '../../model/site.ts';
import { isSectionId } from '../../model/check/headings.ts';
import { isEntryId } from '../../model/check/index.ts';
import { identifyFile } from '../../schema/content-layout.ts';
import { isId } from '../../schema/fields.ts';
import { bodyOf } from '../read-content.ts';

/** What a rename does to the files of a content folder. */
export interface Renaming {
  /** New texts, by file. */
  texts: Map<string, string>;
  /** Files that get another name. */
  files: Map<string, string>;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** What is renamed: its kind, and how each address that names it is written now. */
interface Plan {
  kind: 'page' | 'section' | 'aside' | 'node' | 'answer';
  entry: string;
  from: Address;
  to: Address;
  /** The last parts of both addresses. */
  names: [from: string, to: string];
}

/**
 * Returns the edits that rename `from` to `to` in every language, or a sentence that says why it cannot be done. A section's blocks
 * keep their addresses: their marks then name the section that numbered them.
 */
export function renameAddress(site: Site, texts: ReadonlyMap<string, string>, from: Address, to: Address): Renaming | string {
  const plan = planOf(site, from, to);
  if (typeof plan === 'string') return plan;
  const pages = new Map(site.locales.flatMap(({ pages: own }) => [...own.values()].map((page) => [page.file, page] as const)));
  const renaming: Renaming = { texts: new Map(), files: new Map() };
  for (const [file, text] of texts) {
    const page = pages.get(file);
    const edits = page ? [...pageEdits(plan, page, text), ...frontMatterEdits(plan, page, text)] : yamlEdits(plan, file, text, 0);
    if (edits.length) renaming.texts.set(file, apply(text, edits));
    const place = identifyFile(file);
    if (plan.kind === 'page' && place?.id === plan.entry) renaming.files.set(file, file.replace(`${plan.entry}.`, `${plan.to}.`));
  }
  return renaming;
}

function planOf({ locales }: Site, from: Address, to: Address): Plan | string {
  const { index, trees, pages } = locales[0]!;
  const target = index.get(from);
  const entry = target?.entry ?? from.split('.')[0]!;
  const names: [string, string] = [from.slice(entry.length + 1), to.slice(entry.length + 1)];
  if (index.get(to)) return `“${to}” is already used.`;
  if (target && target.address === entry) {
    if (!isEntryId(target.kind, to)) return `“${to}” cannot be the id of a page; it is short, ASCII and kebab-case.`;
    return { kind: 'page', entry, from, to, names: [from, to] };
  }
  const tree = trees.get(entry);
  const [question = '', answer] = names[0].split('.');
  if (!to.startsWith(`${entry}.`)) return `“${to}” is on another page. Move the text by hand and keep its marks; this command renames.`;
  if (tree && answer !== undefined) {
    const parts = names[1].split('.');
    const node = tree.byId.get(question);
    const answers = node?.kind === 'question' ? node.answers.map(({ id }) => id) : [];
    if (!answers.includes(answer)) return `“${from}” does not exist.`;
    if (parts[0] !== question || parts.length !== 2 || !isId(parts[1]!)) return `Write the new answer as ${entry}.${question}.<answer>.`;
    if (answers.includes(parts[1]!)) return `“${to}” is already used.`;
    return { kind: 'answer', entry, from, to, names: [answer, parts[1]!] };
  }
  if (!target) return `“${from}” does not exist.`;
  if (tree) return isId(names[1]) ? { kind: 'node', entry, from, to, names } : `“${names[1]}” cannot be the id of a node.`;
  if (!isSectionId(names[1])) return `“${names[1]}” cannot be the id of a section; it is short, ASCII and kebab-case.`;
  const page = pages.get(entry);
  if (page?.sections.some(({ id }) => id === names[0])) return { kind: 'section', entry, from, to, names };
  if (page?.components.some(({ attributes }) => attributes.id === names[0])) return { kind: 'aside', entry, from, to, names };
  return `“${from}” is not a page, a section, a difference, a node or an answer. Rename a note in its page, and redirect its address in redirects.yaml.`;
}

/** The new form of an address; undefined for one that stays. */
function renamed({ kind, from, to }: Plan, address: Address): Address | undefined {
  if (address === from) return to;
  return kind === 'page' && address.startsWith(`${from}.`) ? to + address.slice(from.length) : undefined;
}

function pageEdits(plan: Plan, page: Page, text: string): Edit[] {
  // The tree of the model has no positions.
  const tree = page.tree && parseBody(bodyOf(text), page.file);
  const start = text.length - bodyOf(text).length;
  const edits: Edit[] = [];
  const replace = (node: Nodes, now: string, then: string): void => {
    const from = start + node.position!.start.offset!;
    const at = text.slice(from, start + node.position!.end.offset!).lastIndexOf(now);
    if (at >= 0 && now !== then) edits.push({ start: from + at, end: from + at + now.length, text: then });
  };
  if (!tree) return edits;
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') {
      const href = renamedHref(plan, node.url, page);
      if (href) replace(node, node.url, href);
    } else if (node.type === 'citation' && plan.kind === 'page') {
      for (const { key } of node.items) if (key === plan.from) replace(node, `@${key}`, `@${plan.to}`);
    } else if (node.type === 'diagram') {
      for (const [whole, address] of node.value.matchAll(/kb:([\w.-]+\w)/g)) {
        const then = renamed(plan, address!.replace('#', '.'));
        if (then) replace(node, whole, `kb:${then}`);
      }
    } else if (node.type === 'heading' && plan.kind === 'section' && page.id === plan.entry && headingId(node) === plan.names[0]) {
      replace(node, `[#${plan.names[0]}]`, `[#${plan.names[1]}]`);
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
      if (
        id &&
        (plan.kind === 'aside'
          ? page.id === plan.entry && id.value === plan.names[0]
          : plan.kind === 'page' && node.name === 'Tree' && id.value === plan.from)
      )
        edits.push(...attributeEdit(node, text, start, plan.names));
    }
  });
  return plan.kind === 'section' && page.id === plan.entry ? [...edits, ...markEdits(plan, tree, text, start)] : edits;
}

function attributeEdit(node: Nodes, text: string, start: number, [now, then]: [string, string]): Edit[] {
  const from = start + node.position!.start.offset!;
  const found = new RegExp(`\\bid=(["'])${now}\\1`).exec(text.slice(from));
  if (!found) return [];
  const at = from + found.index + found[0].length - 1 - now.length;
  return [{ start: at, end: at + now.length, text: then }];
}

function renamedHref(plan: Plan, href: string, page: Page): string | undefined {
  const meaning = parseLink(href, page);
  if ('address' in meaning) {
    const then = renamed(plan, meaning.address);
    if (!then) return undefined;
    if (href.startsWith('#')) return `#${then.slice(page.id.length + 1)}`;
    return href.includes('#') ? `kb:${then.replace('.', '#')}` : `kb:${then}`;
  }
  if (!('file' in meaning)) return undefined;
  const entry = identifyFile(meaning.file)?.id;
  const then = entry && renamed(plan, meaning.section ? `${entry}.${meaning.section}` : entry);
  if (!then) return undefined;
  const [path = ''] = href.split('#');
  const file = plan.kind === 'page' ? path.replace(new RegExp(`${plan.from.replaceAll('.', '\\.')}(\\.\\w+)$`), `${plan.to}$1`) : path;
  const section = plan.kind === 'page' ? meaning.section : then.slice(entry.length + 1);
  return section ? `${file}#${section}` : file;
}

/** Write the marks of a section's blocks whole, since the section that numbered them is gone by that name. */
function markEdits({ names: [section] }: Plan, tree: Root, text: string, start: number): Edit[] {
  const blocks = blocksOf(tree);
  return blocks.flatMap(({ node, id, marked }, at) => {
    if (!marked || !id.startsWith(`${section}.`)) return [];
    const mark = `[#${id.slice(section.length + 1)}]`;
    const from = start + node.position!.start.offset!;
    const next = blocks[at + 1]?.node.position?.start.offset;
    const found = text.slice(from, next === undefined ? undefined : start + next).lastIndexOf(mark);
    return found < 0 ? [] : [{ start: from + found, end: from + found + mark.length, text: `[#${id}]` }];
  });
}

function frontMatterEdits(plan: Plan, page: Page, text: string): Edit[] {
  const yaml = text.slice(0, text.length - bodyOf(text).length);
  const first = yaml.indexOf('\n') + 1;
  const own = yamlEdits(plan, page.file, yaml.slice(first, yaml.lastIndexOf('---')), first);
  return own;
}

/** Fields whose values are addresses, ids of pages, or citations. */
const ADDRESSES = new Set(['see', 'related', 'entries', 'question', 'tree', 'source']);

function yamlEdits(plan: Plan, file: string, yaml: string, offset: number): Edit[] {
  const edits: Edit[] = [];
  const isOwn = identifyFile(file)?.id === plan.entry;
  const [now, then] = plan.names;
  const replace = (node: Scalar, from: string, to: string): void => {
    const [begin, end] = node.range!;
    const at = yaml.slice(begin, end).indexOf(from);
    if (at >= 0) edits.push({ start: offset + begin + at, end: offset + begin + at + from.length, text: to });
  };
  visitYaml(parseDocument(yaml), {
    Scalar(key, node, ancestors) {
      if (typeof node.value !== 'string' || !node.range) return;
      const path = ancestors
        .filter((one): one is Pair => 'key' in (one as object))
        .map((pair) => String(isScalar(pair.key) ? pair.key.value : pair.key));
      const field = key === 'key' ? path.at(-2) : path.at(-1);
      const address = renamed(plan, node.value);
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

function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .filter((edit, at, all) => at === 0 || edit.end <= all[at - 1]!.start)
    .reduce((made, { start, end, text: then }) => made.slice(0, start) + then + made.slice(end), text);
}
