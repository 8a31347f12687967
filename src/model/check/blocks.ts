import type { Page } from '../page.ts';
import { problem, type Problem } from '../diagnostics.ts';

/** Find block ids that are taken, and marks that are not read as one. */
export function blockFaults({ blocks, strayMarks, file }: Page): Problem[] {
  const seen = new Map<string, number>();
  const taken = blocks.flatMap(({ id, at }) => {
    const line = seen.get(id);
    if (line === undefined) seen.set(id, at.line);
    const number = id.slice(id.lastIndexOf('.') + 1);
    return line === undefined ? [] : [problem('duplicate-block-id', file, at, { id, line, moved: `[#<its old section>.${number}]` })];
  });
  return [...taken, ...strayMarks.map(({ at, text }) => problem('stray-mark', file, at, { text }))];
}
