/** Finds invisible characters: in the text itself, as `&#x202e;` in a page, or as `"\u202e"` in YAML. */
import { invisibleIn, stringsIn } from '../../markdown/invisible-characters.ts';
import { diagnostic, type Diagnostic, type Location } from '../diagnostics.ts';
import type { Entry } from '../entry.ts';
import type { Parsed } from '../parsed.ts';

export function checkCharacters(entries: readonly Entry[], { pages }: Pick<Parsed, 'pages'>): Diagnostic[] {
  const encoded = new Map(pages.map((page) => [page.file, page.encoded]));
  return entries.flatMap((entry) => {
    const report = (name: string, at: Location): Diagnostic[] => [diagnostic('invisible-character', entry.file, at, { name })];
    const fields = stringsIn(entry.data).flatMap(({ path, text }) => {
      const [found] = invisibleIn(text);
      return found ? report(found.name, { path }) : [];
    });
    if (!('body' in entry)) return fields;
    const found = invisibleIn(entry.body);
    if (found.length > 0) return [...fields, ...found.flatMap(({ name, index }) => report(name, placeOf(entry.body, index, entry.bodyLine)))];
    const name = encoded.get(entry.file);
    return name === undefined ? fields : [...fields, ...report(name, { line: entry.bodyLine, column: 1 })];
  });
}

function placeOf(body: string, index: number, bodyLine: number): Location {
  const lines = body.slice(0, index).split('\n');
  return { line: bodyLine + lines.length - 1, column: lines.at(-1)!.length + 1 };
}
