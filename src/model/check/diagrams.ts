import type { Locale } from '../locale.ts';
import type { Diagram, Page } from '../page.ts';
import { diagnostic, type Diagnostic, type DiagnosticKind } from '../diagnostics.ts';

/** A Mermaid `click` that links to an address of this site. */
const CLICK = /^\s*click\s+\S+\s+(?:href\s+)?"(kb:[^"]*)"/;

/** Checks the Mermaid fences of a page as far as possible without Mermaid: missing descriptions and broken links. */
export function checkDiagrams(page: Page, locale: Locale): Diagnostic[] {
  return page.diagrams.flatMap((diagram) => [...silence(page, diagram), ...deadClicks(page, diagram, locale)]);
}

function silence({ file }: Page, { source, inWords, at }: Diagram): Diagnostic[] {
  const missing = [
    ...(/^\s*accTitle\s*:\s*\S/m.test(source) ? [] : ['accTitle']),
    ...(/^\s*accDescr\s*(?::\s*\S|\{)/m.test(source) ? [] : ['accDescr']),
    ...(inWords ? [] : ['a list or a table after it']),
  ];
  return missing.length ? [diagnostic('silent-diagram', file, at, { missing })] : [];
}

function deadClicks(page: Page, { source, at }: Diagram, { index }: Locale): Diagnostic[] {
  return source.split('\n').flatMap((text, row) => {
    const href = CLICK.exec(text)?.[1];
    const found = href === undefined ? undefined : index.resolve(href, page);
    if (!href || !found || !('error' in found)) return [];
    const place = { line: at.line + 1 + row, column: text.indexOf(href) + 1 };
    return [diagnostic(found.error.kind as DiagnosticKind, page.file, place, { ...found.error, href } as never)];
  });
}
