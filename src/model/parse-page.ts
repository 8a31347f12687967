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
    tree: undefined,
    error: undefined,
    ...nothing(),
  };
  if (broken) return page;
  const shift = (point: Point): Point => ({ line: point.line + entry.bodyLine - 1, column: point.column });
  try {
    const tree = parseBody(entry.body, file);
    extractFacts(page, tree, entry.body, shift);
    page.tree = tree;
  } catch (error) {
    return { ...page, ...nothing(), broken: true, error: mdxError(error as VFileMessage, entry.body, shift) };
  }
  return page;
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
});
