import type { Diagnostic, DiagnosticKind } from '../model/diagnostics.ts';
import type { PermalinkKind } from '../permalinks/diagnostics.ts';

/** A diagnostic with line and column. */
export type LocatedDiagnostic = Omit<Diagnostic, 'at' | 'kind'> & { kind: DiagnosticKind | PermalinkKind; line: number; column: number };

/** A warning: it does not fail the check. */
export type Warning = Omit<LocatedDiagnostic, 'kind'> & {
  kind: 'no-interface' | 'too-large' | 'undrawn-title' | 'untranslated' | 'outdated' | 'untranslated-block' | 'permalinks-unknown';
};

/** The number of warnings of a kind that are printed without `--all`. */
const SHOWN = 20;

/** Sorts diagnostics by file, line and column, and removes duplicates. */
export function sortDiagnostics(diagnostics: readonly LocatedDiagnostic[]): LocatedDiagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .filter((one) => {
      const key = `${one.file} ${one.line} ${one.column} ${one.kind} ${one.message}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Formats diagnostics, one per line: `file:line:column  kind  message  hint`. `folder` is the prefix of each file. */
export function report(diagnostics: readonly (Omit<LocatedDiagnostic, 'kind'> & { kind: string })[], folder: string): string {
  return diagnostics
    .map(({ file, line, column, kind, message, hint }) => `${folder}/${file}:${line}:${column}  ${kind}  ${oneLine(message)}  ${oneLine(hint)}`)
    .join('\n');
}

/** Formats warnings: the first ones of each kind, then the number of the others. */
export function reportWarnings(warnings: readonly Warning[], folder: string, all = false): string {
  const lines = [...Map.groupBy(warnings, ({ kind }) => kind)].flatMap(([kind, found]) => {
    const rest = all ? 0 : Math.max(0, found.length - SHOWN);
    const shown = found.slice(0, found.length - rest);
    return [
      report(
        shown.map((one) => ({ ...one, kind: `warning: ${kind}` })),
        folder,
      ),
      ...(rest ? [`… and ${rest} more “${kind}”; npm run check -- --all prints them.`] : []),
    ];
  });
  return lines.join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Returns a summary in one line. */
export function summary(diagnostics: readonly LocatedDiagnostic[], files: number): string {
  if (diagnostics.length === 0) return `No problems in ${files} files.`;
  const invalid = new Set(diagnostics.map(({ file }) => file)).size;
  return `${diagnostics.length} ${diagnostics.length === 1 ? 'problem' : 'problems'} in ${invalid} of ${files} files.`;
}
