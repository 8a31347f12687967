/** The facts of a page. One file, because one visit of its tree collects them all. */
import type { FootnoteDefinition, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { SKIP, visit } from 'unist-util-visit';
import { COMPONENTS, isPlain } from '../markdown/allowed-html.ts';
import { INTRO, blockText, blocksOf } from '../markdown/block-ids.ts';
import { textOfBlock, type BlockText } from '../markdown/block-text.ts';
import { UNPARSED } from '../markdown/citations.ts';
import { excerptOf } from '../markdown/excerpt.ts';
import { foreignSyntax } from '../markdown/foreign-syntax.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { invisibleInTree } from '../markdown/invisible-characters.ts';
import { misplaced } from '../markdown/html-nesting.ts';
import { nodesIn } from '../markdown/nodes-in.ts';
import { plainText } from '../markdown/plain-text.ts';
import { sourceLocator } from '../markdown/source-position.ts';
import type { Point } from '../markdown/source-position.ts';
import { closestNames } from './did-you-mean.ts';
import type { Component, Page, Placed } from './page.ts';

/** Prefix of the temporary section of facts in a note, until the section of the first reference is known. */
const NOTE = 'fn-';

const isList = (node: { type: string } | undefined): boolean => node?.type === 'list' || node?.type === 'table';

/** Visits the tree once, in reading order, and collects every fact with its section. */
export function extractFacts(page: Page, tree: Root, source: string, shift: (point: Point) => Point): void {
  let section = INTRO;
  const definitions = new Map<string, { url: string; placed: Placed }>();
  const uses: { identifier: string; placed: Placed; alt?: string | null }[] = [];
  const walk = (root: Root | FootnoteDefinition): void =>
    visit(root, (node, index, parent) => {
      const at = shift((node.position ?? parent?.position)?.start ?? { line: 1, column: 1 });
      const placed = { section: root.type === 'root' ? section : `${NOTE}${nameOf(root)}`, at };
      switch (node.type) {
        case 'heading': {
          const id = headingId(node);
          const title = plainText(node);
          page.headings.push({ title, id, depth: node.depth, at });
          if (id) {
            page.sections.push({ id, title, depth: node.depth, at });
            section = id;
          }
          break;
        }
        case 'link':
          page.links.push({ ...placed, href: node.url, hasWords: plainText(node) !== '' || node.children.some(({ type }) => type !== 'text') });
          visit(node, 'footnoteReference', (note) => void page.notesInLinks.push({ ...placed, at: shift(note.position!.start), name: nameOf(note) }));
          break;
        case 'delete':
          if (!source.startsWith('~~', node.position?.start.offset))
            page.foreign.push({
              ...placed,
              text: source.slice(node.position?.start.offset, node.position?.end.offset),
              hint: 'Write <sub>…</sub>, or ~~…~~ for deleted text.',
            });
          break;
        case 'table': {
          const columns = node.children[0]?.children.length ?? 0;
          for (const { children, position } of node.children)
            if (children.length > columns) page.wideRows.push({ ...placed, at: shift(position!.start), cells: children.length, columns });
          break;
        }
        case 'definition':
          if (!definitions.has(node.identifier)) definitions.set(node.identifier, { url: node.url, placed });
          break;
        case 'linkReference':
          uses.push({ identifier: node.identifier, placed });
          break;
        case 'imageReference':
          uses.push({ identifier: node.identifier, placed, alt: node.alt ?? '' });
          break;
        case 'citation':
          for (const item of node.items) page.citations.push({ ...placed, ...item });
          break;
        case 'image':
          page.images.push({ ...placed, url: node.url, alt: node.alt ?? '' });
          break;
        case 'code':
          if (node.lang && node.lang !== 'mermaid' && closestNames(node.lang, ['mermaid']).length > 0)
            page.foreign.push({ ...placed, text: `\`\`\`${node.lang}`, hint: 'Did you mean ```mermaid?' });
          break;
        case 'diagram':
          page.diagrams.push({ ...placed, source: node.value, inWords: isList(parent?.children[(index ?? 0) + 1]) });
          break;
        case 'footnoteReference':
          page.references.push({ ...placed, name: nameOf(node) });
          break;
        case 'footnoteDefinition':
          if (node === root) break;
          page.notes.push({ name: nameOf(node), text: plainText(node), isEmpty: isBlank(node), at });
          walk(node);
          return SKIP;
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement': {
          const { code, ...own } = component(node);
          page.components.push({ ...placed, ...own });
          page.code.push(...code.map((text) => ({ ...placed, text })));
          if (own.name === 'img') page.images.push({ ...placed, url: own.attributes.src ?? '', alt: own.attributes.alt ?? '' });
          break;
        }
        case 'mdxjsEsm':
          page.code.push({ ...placed, text: node.value });
          break;
        case 'mdxFlowExpression':
        case 'mdxTextExpression':
          if (!isPlain(node)) page.code.push({ ...placed, text: `{${node.value}}` });
          break;
        case 'text':
          if (!node.value.includes('[')) break;
          for (const [pattern, found] of [
            [UNPARSED, page.unparsed],
            [UNPARSED_LINK, page.unparsed],
            [STRAY_ID, page.strayIds],
          ] as const) {
            const pointer = sourceLocator(source, node);
            for (const { 0: text, index } of node.value.matchAll(pattern)) {
              const point = pointer(index);
              // A backslash makes the bracket literal.
              if (source[point?.offset ?? 0] === '\\' || (pattern === STRAY_ID && parent?.type === 'heading')) continue;
              found.push({ section: placed.section, at: point ? shift(point) : at, text });
            }
          }
          break;
      }
      const wrong = misplaced(node, parent);
      if (wrong) page.misplaced.push({ ...placed, ...wrong });
      const block = textOfBlock(node, source);
      if (block)
        page.foreign.push(
          ...foreignIn(block).map(({ point, text, hint }) => ({ section: placed.section, at: point ? shift(point) : at, text, hint })),
        );
      return undefined;
    });
  /** Finds the syntax of other Markdown dialects. A backslash makes its characters literal. */
  const foreignIn = ({ value, at, isInUrl }: BlockText) =>
    foreignSyntax(value).flatMap(({ index, end, text, hint }) => {
      const edges = [index, index + 1, index + 2, end - 2, end - 1].filter((one) => one >= index && one < end);
      const isLiteral = isInUrl(index) || edges.some((one) => value[one] !== '\\' && source[at(one)?.offset ?? -1] === '\\');
      return isLiteral ? [] : [{ point: at(index), text, hint }];
    });
  walk(tree);
  const body = tree.children.filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition');
  const hasParts = [page.images, page.diagrams, page.citations, page.components.filter(({ name }) => COMPONENTS.includes(name))].flat().length > 0;
  page.isEmpty = !hasParts && !VISIBLE.test(plainText({ type: 'root', children: body } as Root));
  for (const { identifier, placed, alt } of uses) {
    const definition = definitions.get(identifier);
    if (!definition) continue;
    if (alt === undefined) page.links.push({ section: placed.section, at: definition.placed.at, href: definition.url });
    else page.images.push({ ...placed, url: definition.url, alt: alt ?? '' });
  }
  for (const [identifier, { url, placed }] of definitions) {
    if (!uses.some((use) => use.identifier === identifier)) page.links.push({ ...placed, href: url });
  }
  page.encoded = source.includes('&') ? invisibleInTree(tree) : undefined;
  page.excerpts = Object.fromEntries(['', ...page.sections.map(({ id }) => id)].map((id) => [id, excerptOf(tree, id)]));
  assignNotesToSections(page);
  page.blocks = blocksOf(tree).map(({ node, id, section: owner, marked }) => ({
    id,
    section: owner,
    type: node.type,
    text: blockText(node),
    at: shift(node.position?.start ?? { line: 1, column: 1 }),
    marked,
  }));
}

/** A character that a reader sees. */
const VISIBLE = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u;

/** Whether a note shows nothing. */
const isBlank = (note: FootnoteDefinition): boolean =>
  !VISIBLE.test(plainText(note)) &&
  !nodesIn(note).some(({ type }) => !/^(?:footnoteDefinition|paragraph|text|break|mdx(?:Text|Flow)Expression)$/.test(type));

/** A link that Markdown did not parse: `[text] (kb:page)`, `[text](kb:a page)`, `[text][undefined]`. */
const UNPARSED_LINK = /\[[^\][]+\](?:\s?\((?:kb:|\.{1,2}\/|#)[^)\n]*\)?|\[[^\][]*\])/g;

/** An id that is not at the end of a block. In a heading it is reported as a heading without an id. */
const STRAY_ID = /\[#[^\]]*\]/g;

const nameOf = (note: { label?: string | null; identifier: string }): string => note.label ?? note.identifier;

/** Assigns the facts in a note to the section of its first reference. */
function assignNotesToSections(page: Page): void {
  const homes = new Map<string, string>();
  for (const { name, section } of page.references) {
    const key = `${NOTE}${name}`.toLowerCase();
    if (!section.startsWith(NOTE) && !homes.has(key)) homes.set(key, section);
  }
  for (const placed of [
    page.links,
    page.citations,
    page.references,
    page.images,
    page.components,
    page.diagrams,
    page.code,
    page.strayIds,
    page.unparsed,
    page.foreign,
    page.wideRows,
    page.misplaced,
    page.notesInLinks,
  ].flat()) {
    if (placed.section.startsWith(NOTE)) placed.section = homes.get(placed.section.toLowerCase()) ?? placed.section;
  }
}

function component(node: MdxJsxFlowElement | MdxJsxTextElement): Pick<Component, 'name' | 'attributes' | 'paragraphs'> & { code: string[] } {
  // Without a prototype, so that an attribute can be named `constructor`.
  const attributes = Object.create(null) as Record<string, string>;
  const code: string[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') code.push(`{${attribute.value}}`);
    else if (typeof attribute.value === 'object' && attribute.value) code.push(`${attribute.name}={${attribute.value.value}}`);
    // Skips the id that `blockIds` added; the writer did not write it.
    else if (attribute.name !== 'id' || !/\.\d+$/.test(attribute.value ?? '') || attribute.value !== node.data?.hProperties?.id)
      attributes[attribute.name] = attribute.value ?? '';
  }
  const paragraphs = node.children.filter(({ type }) => type === 'paragraph').map((child) => plainText(child));
  return { name: node.name ?? '', attributes, paragraphs, code };
}
