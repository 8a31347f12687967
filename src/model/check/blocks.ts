import type { Page } from '../page.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';

/** Reports duplicate block ids, and ids that are not at the end of a block. */
export function checkBlocks({ blocks, headings, strayIds, file }: Page): Diagnostic[] {
  const seen = new Map<string, number>();
  const sections = new Set<string>();
  let next = 0;
  // Blocks below a heading with a missing or duplicate id belong to another section by mistake. For them only the heading is reported.
  let isOwnSection = true;
  const taken = blocks.flatMap(({ id, at }) => {
    for (; next < headings.length && headings[next]!.at.line < at.line; next += 1) {
      const { id: section } = headings[next]!;
      isOwnSection = section !== undefined && !sections.has(section);
      if (section !== undefined) sections.add(section);
    }
    const line = seen.get(id);
    if (line === undefined) seen.set(id, at.line);
    if (line === undefined || !isOwnSection) return [];
    return [diagnostic('duplicate-block-id', file, at, { id, line, moved: `[#<its old section>.${id.slice(id.lastIndexOf('.') + 1)}]` })];
  });
  return [...taken, ...strayIds.map(({ at, text }) => diagnostic('stray-mark', file, at, { text }))];
}
