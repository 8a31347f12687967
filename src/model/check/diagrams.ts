import type { Locale } from '../locale.ts';
import type { Diagram, Page } from '../page.ts';
import { problem, type Problem, type ProblemKind } from '../diagnostics.ts';

/** A click of Mermaid's that leads to an address of this base. */
const CLICK = /^\s*click\s+\S+\s+(?:href\s+)?"(kb:[^"]*)"/;

/** Find the faults of a page's Mermaid fences that need no Mermaid: no words for who cannot see them, links that lead nowhere. */
export function diagramFaults(page: Page, locale: Locale): Problem[] {
  return page.diagrams.flatMap((diagram) => [...silence(page, diagram), ...deadClicks(page, diagram, locale)]);
}

function silence({ file }: Page, { source, inWords, at }: Diagram): Problem[] {
  const missing = [
    ...(/^\s*accTitle\s*:\s*\S/m.test(source) ? [] : ['accTitle']),
    ...(/^\s*accDescr\s*(?::\s*\S|\{)/m.test(source) ? [] : ['accDescr']),
    ...(inWords ? [] : ['a list or a table after it']),
  ];
  return missing.length ? [problem('silent-diagram', file, at, { missing })] : [];
}

function deadClicks(page: Page, { source, at }: Diagram, { index }: Locale): Problem[] {
  return source.split('\n').flatMap((text, row) => {
    const href = CLICK.exec(text)?.[1];
    const found = href === undefined ? undefined : index.resolve(href, page);
    if (!href || !found || !('fault' in found)) return [];
    const place = { line: at.line + 1 + row, column: text.indexOf(href) + 1 };
    return [problem(found.fault.kind as ProblemKind, page.file, place, { ...found.fault, href } as never)];
  });
}
