/** The format of permalink files. */
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';
import { compareRows, isPageKind, PART_KINDS, rowKey, type PagePermalinks, type Permalink } from './permalinks.ts';

const GONE = 'gone';
const WIDTH = { hash: 12, kind: 8 };
const HEAD = /^# (\d+) address(?:es)?\b/;
const ROW = /^(\d{4}-\d{2}-\d{2}) (\d{4}-\d{2}-\d{2}) ([0-9a-f]{12}|gone) +([a-z]+) +(\S+?)(?: < ([0-9a-f]{12}))?$/;
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/;

/**
 * Formats the addresses of a page, sorted, one per line; a translation has the hash of its original. The first line contains their number,
 * which reveals an incomplete file.
 */
export function serialize({ rows }: Pick<PagePermalinks, 'rows'>): string {
  const head = `# ${rows.length} ${rows.length === 1 ? 'address' : 'addresses'}: first published, last changed, hash of the text, kind, address. Written by npm run permalinks.`;
  const lines = [...rows]
    .sort(compareRows)
    .map(
      ({ first, changed, hash = GONE, kind, address, from }) =>
        `${first} ${changed} ${hash.padEnd(WIDTH.hash)} ${kind.padEnd(WIDTH.kind)} ${address}${from ? ` < ${from}` : ''}`,
    );
  return `${[head, ...lines].join('\n')}\n`;
}

/**
 * Parses a permalink file. After a merge conflict it keeps the lines of both sides, with the earlier date of publication and the later date of
 * change. An unreadable or missing line is reported, not repaired.
 */
export function parse(text: string, file: string, page = pageOf(file)): { rows: Permalink[]; diagnostics: PermalinkDiagnostic[] } {
  const rows = new Map<string, Permalink>();
  const diagnostics: PermalinkDiagnostic[] = [];
  let counted: number | undefined;
  let conflicts = 0;
  const lines = text.split('\n');
  for (const [at, raw] of lines.entries()) {
    const line = raw.trimEnd();
    if (line === '') continue;
    if (CONFLICT.test(line)) {
      conflicts += 1;
      if (conflicts === 1) diagnostics.push(diagnostic('permalinks-conflict', { file, line: at + 1 }, {}));
      continue;
    }
    const head = HEAD.exec(line);
    if (head) counted = Number(head[1]);
    if (line.startsWith('#')) continue;
    const row = parseRow(line, page);
    if (!row) {
      diagnostics.push(diagnostic('permalinks-broken', { file, line: at + 1 }, { text: line.slice(0, 60) }));
      continue;
    }
    const other = rows.get(rowKey(row));
    rows.set(rowKey(row), other ? join(other, row) : row);
  }
  if (text.includes('\r\n')) diagnostics.push(diagnostic('permalinks-line-ends', { file, line: 1 }, {}));
  // If two branches each added an address, git keeps the lines of both and one first line, so there can be more lines than the first line counts.
  if (conflicts === 0 && !(counted !== undefined && rows.size >= counted) && diagnostics.every(({ kind }) => kind !== 'permalinks-broken'))
    diagnostics.push(diagnostic('permalinks-count', { file, line: 1 }, { counted, found: rows.size }));
  else if (diagnostics.length === 0 && counted !== rows.size)
    diagnostics.push(diagnostic('permalinks-merged', { file, line: 1 }, { counted: counted!, found: rows.size }));
  return { rows: [...rows.values()], diagnostics };
}

/** Parses a line of the file of a page. Returns undefined if it is not an address of that page. */
export function parseRow(line: string, page: string): Permalink | undefined {
  const [, first, changed, hash, kind, address, from] = ROW.exec(line) ?? [];
  if (!address || !(isPageKind(kind!) || (PART_KINDS as readonly string[]).includes(kind!))) return undefined;
  if (!isAddress(address) || !(address === page || ['.', '/'].some((character) => address.startsWith(page + character)))) return undefined;
  return {
    address,
    kind: kind as Permalink['kind'],
    first: first!,
    changed: changed!,
    hash: hash === GONE ? undefined : hash,
    ...(from ? { from } : {}),
  };
}

/**
 * Whether a text can be an address. Files and URLs of the output contain addresses. So each part begins with a letter or a digit and has no
 * character with a meaning in a path: `..` and `%2f` are not addresses.
 */
const isAddress = (text: string): boolean =>
  text.split('/').every((part) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*$/u.test(part) && !part.includes('..'));

const pageOf = (file: string): string => /([^/]+)\.txt$/.exec(file)?.[1] ?? '';

/** Merges the rows of two branches for one address. */
function join(a: Permalink, b: Permalink): Permalink {
  const later = b.changed > a.changed ? b : a;
  return { ...later, first: a.first < b.first ? a.first : b.first };
}
