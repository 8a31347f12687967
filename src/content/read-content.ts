/** Reads the files of a content folder, and locates their fields. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Point } from '../markdown/source-position.ts';
import type { Entry, Path } from '../model/entry.ts';
import { diagnostic, type Location, type Diagnostic } from '../model/diagnostics.ts';
import { contentLayout, identifyFile } from '../schema/content-layout.ts';
import { schemas } from '../schema/schemas.ts';
import { contentFiles } from './content-files.ts';
import { parsePartial } from './parse-partial.ts';
import { validate } from './validate.ts';
import { parseYaml } from './parse-yaml.ts';

/** A file of the content folder: its entry, its diagnostics, and a function that locates a field. */
export interface ReadFile {
  file: string;
  entry: Entry | undefined;
  diagnostics: Diagnostic[];
  locate(place: Location): Point;
}

const START: Point = { line: 1, column: 1 };
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;
const WHOLE: readonly Path[] = [[]];

/** Reads the files of a content folder. Calls `then` after each. */
export function readContent(folder: string, files = contentFiles(folder), then?: (read: ReadFile) => void): ReadFile[] {
  return files.flatMap((file) => {
    try {
      const read = readEntry(file, readFileSync(join(folder, file)));
      then?.(read);
      return [read];
    } catch (error) {
      // The file can be missing after it was listed, for example while an editor replaces it.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  });
}

/** Returns the text of a page below its front matter. */
export const bodyOf = (text: string): string => text.slice(FRONT_MATTER.exec(text)?.[0].length ?? 0);

/** The files that were read before, so that `npm run dev` reads only what has changed. */
const known = new Map<string, { bytes: Uint8Array; read: ReadFile }>();

/** Parses and validates one file. Never throws: errors become diagnostics. */
export function readEntry(file: string, bytes: Uint8Array): ReadFile {
  const before = known.get(file);
  if (before && Buffer.compare(before.bytes, bytes) === 0) return before.read;
  const read = parseFile(file, bytes);
  known.set(file, { bytes, read });
  return read;
}

function parseFile(file: string, bytes: Uint8Array): ReadFile {
  const place = identifyFile(file);
  if (!place) {
    const found = diagnostic('misplaced-file', file, START, { path: file, right: renamed(file), shapes: contentLayout.map(({ shape }) => shape) });
    return { file, entry: undefined, diagnostics: [found], locate: (at) => ('path' in at ? START : at) };
  }
  const schema = schemas[place.kind] as z.ZodObject;
  /** Returns an entry for a file whose fields cannot be parsed. It has an id and, if possible, a body. */
  const remains = (found: Diagnostic[], body?: string, bodyLine = 1): ReadFile => ({
    file,
    entry: {
      ...place,
      file,
      data: parsePartial(schema, {}),
      body: body ?? '',
      bodyLine,
      broken: body === undefined,
      failed: WHOLE,
    } as unknown as Entry,
    diagnostics: found,
    locate: (at) => ('path' in at ? START : at),
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return remains([diagnostic('not-utf8', file, firstBadByte(bytes))]);
  }
  const isPage = file.endsWith('.mdx');
  const front = isPage ? FRONT_MATTER.exec(text) : undefined;
  if (isPage && (!front || front.index !== 0)) {
    const isOpen = /^---\s/.test(text);
    // Fields without the first ---: only the text below them is judged.
    const fields = new RegExp(`^\\P{L}*(?:${Object.keys(schema.shape).join('|')}):[^]*?(?:\\n---[ \\t\\r]*(?:\\n|$)|$)`, 'u').exec(text)?.[0] ?? '';
    const rest = text.slice(fields.length);
    const found = diagnostic('no-front-matter', file, START, { isOpen, hasFields: fields !== '' });
    return remains([found], isOpen || !rest.trim() ? undefined : rest, fields.split('\n').length);
  }
  const body = front ? text.slice(front[0].length) : '';
  const bodyLine = front ? front[0].split('\n').length : 1;
  const lines = new LineCounter();
  // An empty line in place of the first ---, so that the lines are those of the file.
  const read = parseYaml(front ? `\n${front[1]}` : text, lines);
  if ('errors' in read) {
    const diagnostics = read.errors.map(({ offset, ...words }) => {
      const { line, col } = lines.linePos(offset);
      return diagnostic('broken-yaml', file, { line: Math.max(1, line), column: Math.max(1, col) }, words);
    });
    return remains(diagnostics, isPage ? body : undefined, bodyLine);
  }
  const { data, diagnostics, failed } = validate(schema, read.raw, file);
  return {
    file,
    entry: { ...place, file, data, body, bodyLine, ...(failed.length ? { failed } : {}) } as unknown as Entry,
    diagnostics,
    locate: (at) => ('path' in at ? locateField(read.document(), lines, at.path) : at),
  };
}

/** Returns the path of a text file with the extension of its folder, if a known file has that path. */
function renamed(file: string): string | undefined {
  const name = /^([^.]+)$|^(.+?)(?:\.(?:mdx?|markdown|ya?ml|json|txt))+$/i.exec(file)?.slice(1).find(Boolean);
  return name && ['.mdx', '.yaml'].map((extension) => name + extension).find(identifyFile);
}

/** Returns the point of the key or item at a path, or of its nearest ancestor. */
function locateField(document: Document, lines: LineCounter, path: Path): Point {
  let found = START;
  let node: unknown = document.contents;
  for (const key of path) {
    const pair = isMap(node) ? node.items.find((one) => String(isScalar(one.key) ? one.key.value : one.key) === String(key)) : undefined;
    const inner = pair ? pair.value : isNode(node) && 'get' in node ? (node as { get(key: unknown, keep: true): unknown }).get(key, true) : undefined;
    const shown = pair ? pair.key : inner;
    if (!isNode(shown) || !shown.range) break;
    const { line, col } = lines.linePos(shown.range[0]);
    found = { line, column: col };
    node = inner;
  }
  return found;
}

/** Finds the first byte that is not UTF-8. A replacement character (U+FFFD) that the file contains is valid. */
function firstBadByte(bytes: Uint8Array): Point {
  const point = { line: 1, column: 1 };
  let at = 0;
  for (const character of new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)) {
    if (character === '\uFFFD' && !(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) break;
    at += Buffer.byteLength(character);
    if (character === '\n') Object.assign(point, { line: point.line + 1, column: 1 });
    else point.column += character.length;
  }
  return point;
}
