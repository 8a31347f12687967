import type { Problem, ProblemKind } from '../model/diagnostics.ts';
import type { PermalinkKind } from '../permalinks/diagnostics.ts';

/** A problem with its point in the file. */
export type Located = Omit<Problem, 'at' | 'kind'> & { kind: ProblemKind | PermalinkKind; line: number; column: number };

/** Order problems by file, line and column, each told once. */
export function order(problems: readonly Located[]): Located[] {
  const seen = new Set<string>();
  return [...problems]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .filter((one) => {
      const key = `${one.file} ${one.line} ${one.column} ${one.kind} ${one.what}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Print problems as `file:line:column  kind  what is wrong  what would have been right`, one a line. `folder` precedes each file. */
export function report(problems: readonly Located[], folder: string): string {
  return problems
    .map(({ file, line, column, kind, what, remedy }) => `${folder}/${file}:${line}:${column}  ${kind}  ${oneLine(what)}  ${oneLine(remedy)}`)
    .join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Sum up in one line. */
export function summary(problems: readonly Located[], files: number): string {
  if (problems.length === 0) return `No problems in ${files} files.`;
  const faulty = new Set(problems.map(({ file }) => file)).size;
  return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${faulty} of ${files} files. Nothing was built.`;
}
