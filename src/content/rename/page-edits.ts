import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { blocksOf } from '../../markdown/block-ids.ts';
import { headingId } from '../../markdown/heading-ids.ts';
import { parseBody } from '../../markdown/processor.ts';
import { parseLink } from '../../model/address.ts';
import type { Page } from '../../model/page.ts';
import { identifyFile } from '../../schema/content-layout.ts';
import { bodyOf } from '../read-content.ts';
import type { Edit } from './edit.ts';
import { renamed, type Plan } from './rename-plan.ts';
import { yamlEdits } from './yaml-edits.ts';

/** Returns the edits of a page: its body and its front matter. */
export function pageEdits(plan: Plan, page: Page, text: string): Edit[] {
  return [...bodyEdits(plan, page, text), ...frontMatterEdits(plan, page, text)];
}

function bodyEdits(plan: Plan, page: Page, text: string): Edit[] {
  // The tree of the model has no positions.
  const tree = page.broken ? undefined : parseBody(bodyOf(text), page.file);
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
        (plan.kind === 'difference'
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

/** Writes the full ids of the section's blocks, because a short id takes the name of its section. */
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
  return yamlEdits(plan, page.file, yaml.slice(first, yaml.lastIndexOf('---')), first);
}
