import type { Locale } from '../locale.ts';
import type { Diagram, Page } from '../page.ts';
import { diagnostic, type Diagnostic, type DiagnosticKind } from '../diagnostics.ts';

/** A Mermaid `click`: its target in quotes, or its call of a script. Class and sequence diagrams have `link` and `callback` too. */
const CLICK = /^\s*(?:click\s+\S+\s+(?:href\s+)?(?:"([^"]*)"|(\S.*))|(?:link|callback)\s+\S+\s+("[^"]*").*|links?\s+[^\s:]+\s*:\s*(\S.*))/;

/** Checks the Mermaid fences of a page as far as possible without Mermaid: missing descriptions and broken links. */
export function checkDiagrams(page: Page, locale: Locale): Diagnostic[] {
  return page.diagrams.flatMap((diagram, at) => [...silence(page, diagram), ...deadClicks(page, diagram, locale), ...repeated(page, at)]);
}

/** Reports a diagram that occurs a second time, because its ids would be duplicates. */
function repeated({ diagrams, file }: Page, at: number): Diagnostic[] {
  const first = diagrams.findIndex(({ source }) => source === diagrams[at]!.source);
  return first < at ? [diagnostic('duplicate-diagram', file, diagrams[at]!.at, { line: diagrams[first]!.at.line })] : [];
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
    const [matched, quoted, ...others] = CLICK.exec(text) ?? [];
    if (matched === undefined) return [];
    const href = quoted ?? others.find((other) => other !== undefined) ?? '';
    const place = { line: at.line + 1 + row, column: Math.max(1, text.lastIndexOf(href) + 1) };
    if (!quoted?.startsWith('kb:')) return [diagnostic('dead-click', page.file, place, { href })];
    const found = index.resolve(href, page);
    if (!found || !('error' in found)) return [];
    return [diagnostic(found.error.kind as DiagnosticKind, page.file, place, { ...found.error, href } as never)];
  });
}
