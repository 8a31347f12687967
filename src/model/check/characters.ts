/** Finds invisible characters: in the text itself, as `&#x202e;` in a page, or as `"\u202e"` in YAML. */
import type { Root } from 'mdast';
import { invisibleIn } from '../../markdown/invisible-characters.ts';
import { nodesIn } from '../../markdown/nodes-in.ts';
import { diagnostic, type Diagnostic, type Location } from '../diagnostics.ts';
import type { Entry } from '../entry.ts';
import type { Parsed } from '../parsed.ts';

export function checkCharacters(entries: readonly Entry[], { pages }: Pick<Parsed, 'pages'>): Diagnostic[] {
  const trees = new Map(pages.map(({ file, tree }) => [file, tree]));
  return entries.flatMap((entry) => {
    const report = (name: string, at: Location): Diagnostic[] => [diagnostic('invisible-character', entry.file, at, { name })];
    const fields = stringsIn(entry.data).flatMap(({ path, text }) => {
      const [found] = invisibleIn(text);
      return found ? report(found.name, { path }) : [];
    });
    if (!('body' in entry)) return fields;
    const found = invisibleIn(entry.body);
    if (found.length > 0) return [...fields, ...found.flatMap(({ name, index }) => report(name, placeOf(entry.body, index, entry.bodyLine)))];
    // The tree has no positions.
    const name = entry.body.includes('&') ? nameInTree(trees.get(entry.file)) : undefined;
    return name === undefined ? fields : [...fields, ...report(name, { line: entry.bodyLine, column: 1 })];
  });
}

function placeOf(body: string, index: number, bodyLine: number): Location {
  const lines = body.slice(0, index).split('\n');
  return { line: bodyLine + lines.length - 1, column: lines.at(-1)!.length + 1 };
}

/** Returns the name of an invisible character that a character reference such as `&#x202e;` encodes. */
function nameInTree(tree: Root | undefined): string | undefined {
  for (const node of tree ? nodesIn(tree) : []) {
    const { children: _, data: __, ...own } = node as { children?: unknown; data?: unknown };
    for (const { text } of stringsIn(own)) if (invisibleIn(text)[0]) return invisibleIn(text)[0]!.name;
  }
  return undefined;
}

/** Lists the texts of a value, at any depth. */
function stringsIn(value: unknown, path: readonly (string | number)[] = []): { path: readonly (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  const parts: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return parts.flatMap(([key, part]) => stringsIn(part, [...path, key]));
}
