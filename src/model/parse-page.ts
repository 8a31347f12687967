import type { Root } from 'mdast';
import { nodeAtDepth, nodesIn } from '../markdown/nodes-in.ts';
import type { VFileMessage } from 'vfile-message';
import { markdownTemplate } from '../markdown/markdown-template.ts';
import { parseBody } from '../markdown/processor.ts';
import type { Point } from '../markdown/source-position.ts';
import type { PageEntry } from './entry.ts';
import { mdxError, tooDeep } from './mdx-error.ts';
import { extractFacts } from './extract-facts.ts';
import type { Page } from './page.ts';

/** Parses a page to its facts. Never throws: broken MDX becomes `error`. */
export function parsePage(entry: PageEntry): Page {
  const { kind, id, lang, file, data, failed, broken = false } = entry;
  const page: Page = {
    kind,
    id,
    lang,
    file,
    data,
    failed,
    broken,
    start: { line: entry.bodyLine, column: 1 },
    tree: undefined,
    error: undefined,
    ...nothing(),
  };
  if (broken) return page;
  const known = knownBody(entry) ?? parseText(entry);
  keepParsed(entry, known);
  return { ...page, ...known };
}

/** The facts of the body of a page. */
export type ParsedBody = Omit<Page, 'kind' | 'id' | 'lang' | 'file' | 'data' | 'failed' | 'broken' | 'start'> & Pick<Partial<Page>, 'broken'>;
type Body = Pick<PageEntry, 'file' | 'body' | 'bodyLine'>;

/** The parsed bodies, so that `npm run dev` parses only what has changed. */
const parsedBodies = new Map<string, Omit<Body, 'file'> & { parsed: ParsedBody }>();

/** Returns the stored facts of a body, if it has not changed. */
export function knownBody({ file, body, bodyLine }: Body): ParsedBody | undefined {
  const known = parsedBodies.get(file);
  return known?.body === body && known.bodyLine === bodyLine ? known.parsed : undefined;
}

/** Returns the stored tree of a file, if its text below the front matter has not changed. */
export function parsedTree(file: string, text: string): Root | undefined {
  const known = parsedBodies.get(file);
  return known && text.trim() === known.body.trim() ? known.parsed.tree : undefined;
}

/** Stores the facts of a body. */
export function keepParsed({ file, body, bodyLine }: Body, parsed: ParsedBody): void {
  parsedBodies.set(file, { body, bodyLine, parsed });
}

/**
 * The depth of a tree that is refused. Functions that call themselves for each node would exceed the stack at a depth between 300 and 3,000, which
 * differs between threads and builds.
 */
const DEPTH_LIMIT = 200;

/** Parses a body. */
export function parseText({ file, body, bodyLine }: Body): ParsedBody {
  const shift = (point: Point): Point => ({ line: point.line + bodyLine - 1, column: point.column });
  const made = { ...nothing(), tree: undefined } as unknown as Page;
  try {
    const tree = parseBody(body, file);
    const deep = nodeAtDepth(tree, DEPTH_LIMIT);
    if (deep) return { ...nothing(), tree: undefined, broken: true, error: tooDeep(shift(deep.position?.start ?? { line: 1, column: 1 })) };
    extractFacts(made, tree, body, shift);
    return { ...made, tree: withoutPositions(tree), markdown: markdownTemplate(tree), error: undefined, size: body.length };
  } catch (error) {
    return { ...nothing(), tree: undefined, broken: true, error: mdxError(error as VFileMessage, body, shift) };
  }
}

/** Removes the positions of the nodes, which take more memory than the rest of the tree and are not needed after the facts. */
function withoutPositions(tree: Root): Root {
  for (const node of nodesIn(tree)) delete node.position;
  return tree;
}

/** Empty facts. */
const nothing = () => ({
  markdown: '',
  headings: [],
  sections: [],
  excerpts: {},
  blocks: [],
  links: [],
  citations: [],
  notes: [],
  references: [],
  images: [],
  components: [],
  diagrams: [],
  code: [],
  strayIds: [],
  unparsed: [],
  foreign: [],
  wideRows: [],
  misplaced: [],
  notesInLinks: [],
  encoded: undefined,
  isEmpty: false,
  size: 0,
});
