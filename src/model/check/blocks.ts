import type { Page } from '../page.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';

/** Reports duplicate block ids, and ids that are not at the end of a block. */
export function checkBlocks({ blocks, strayIds, file }: Page): Diagnostic[] {
  const seen = new Map<string, number>();
  const taken = blocks.flatMap(({ id, at }) => {
    const line = seen.get(id);
    if (line === undefined) seen.set(id, at.line);
    const number = id.slice(id.lastIndexOf('.') + 1);
    return line === undefined ? [] : [diagnostic('duplicate-block-id', file, at, { id, line, moved: `[#<its old section>.${number}]` })];
  });
  return [...taken, ...strayIds.map(({ at, text }) => diagnostic('stray-mark', file, at, { text }))];
}
