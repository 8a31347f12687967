import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import { parseBody } from '../markdown/processor.ts';
import type { Point } from '../markdown/source-position.ts';
import type { PageEntry } from './entry.ts';
import { mdxError } from './mdx-error.ts';
import { extractFacts } from './extract-facts.ts';
import type { Page } from './page.ts';

/** Parse a page to its facts. Never throws: broken MDX becomes `error`. */
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
  const known = parsed.get(file);
  const facts = known?.body === entry.body && known.bodyLine === entry.bodyLine ? known.facts : factsOf(page, entry);
  parsed.set(file, { body: entry.body, bodyLine: entry.bodyLine, facts });
  return { ...page, ...facts };
}

type Facts = Omit<Page, 'kind' | 'id' | 'lang' | 'file' | 'data' | 'failed' | 'broken' | 'start'> & Pick<Partial<Page>, 'broken'>;

/** The facts of each body, so that `npm run dev` parses only what has changed. */
const parsed = new Map<string, Pick<PageEntry, 'body' | 'bodyLine'> & { facts: Facts }>();

function factsOf(page: Page, { file, body, bodyLine }: PageEntry): Facts {
  const shift = (point: Point): Point => ({ line: point.line + bodyLine - 1, column: point.column });
  const made = { ...page, ...nothing() };
  try {
    const tree = parseBody(body, file);
    extractFacts(made, tree, body, shift);
    const { kind: _, id: _id, lang: _lang, file: _file, data: _data, failed: _failed, broken: _broken, start: _start, ...facts } = made;
    return { ...facts, tree: withoutPositions(tree), error: undefined, size: body.length };
  } catch (error) {
    return { ...nothing(), tree: undefined, broken: true, error: mdxError(error as VFileMessage, body, shift) };
  }
}

/** Removes the positions of the nodes, which take more memory than the rest of the tree and are not needed after the facts. */
function withoutPositions(tree: Root): Root {
  visit(tree, (node) => void delete node.position);
  return tree;
}

/** Empty facts. */
const nothing = () => ({
  headings: [],
  sections: [],
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
  notesInLinks: [],
  isEmpty: false,
  size: 0,
});
