import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'astro/zod';
import type { Entry } from '../model/entry.ts';
import { nearest } from '../model/likeness.ts';
import { problem, type Place, type Problem } from '../model/problem.ts';
import { folders, placeOf, schemas } from '../schema/folders.ts';

/** A file of the content folder, read: its entry as far as it can be made, its faults, and a way to find a field in it. */
export interface ReadFile {
  file: string;
  entry: Entry | undefined;
  problems: Problem[];
  locate(place: Place): { line: number; column: number };
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Read every file of a content folder, in the order of its path. README.md and the folder of drawings are passed over. */
export async function readContent(folder: string): Promise<ReadFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !/(?:^|\/)(?:README\.md|\.[^/]+)$|^diagrams\//.test(file))
    .sort();
  return Promise.all(files.map(async (file) => readEntry(file, await readFile(join(folder, file)))));
}

/** Read one file. Never throws: what is wrong becomes a problem. */
export function readEntry(file: string, bytes: Uint8Array): ReadFile {
  const start = { line: 1, column: 1 };
  const none = (found: Problem): ReadFile => ({ file, entry: undefined, problems: [found], locate: (place) => ('path' in place ? start : place) });
  const place = placeOf(file);
  if (!place) return none(problem('misplaced-file', file, start, { path: file, shapes: folders.map(({ shape }) => shape) }));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return none(problem('not-utf8', file, firstBadByte(bytes)));
  }
  const isPage = file.endsWith('.mdx');
  const front = isPage ? FRONT_MATTER.exec(text) : undefined;
  if (isPage && (!front || front.index !== 0)) return none(problem('no-front-matter', file, start));
  const yaml = front ? front[1]! : text;
  const shift = front ? 1 : 0;
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const locate = (at: Place) => ('path' in at ? locateField(document, lines, at.path, shift) : at);
  if (document.errors.length) {
    const problems = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      return problem('broken-yaml', file, { line: line + shift, column: col }, { reason: error.message });
    });
    return { file, entry: undefined, problems, locate };
  }
  const raw: unknown = document.toJS() ?? {};
  const schema = schemas[place.kind] as z.ZodObject;
  const { data, problems } = validate(schema, raw, file);
  const body = front ? text.slice(front[0].length) : '';
  const bodyLine = front ? front[0].split('\n').length : 1;
  return { file, entry: { kind: place.kind, id: place.id, lang: place.lang, file, data, body, bodyLine } as unknown as Entry, problems, locate };
}

/** Validate a file's data; fields that fail are reported and left out, so that the rest can still be checked. */
function validate(schema: z.ZodObject, raw: unknown, file: string): { data: unknown; problems: Problem[] } {
  const result = schema.safeParse(raw);
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue): Problem[] => {
    const path = issue.path as (string | number)[];
    const field = path.join('.') || 'the whole file';
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => problem('unknown-field', file, { path: [...path, key] }, { field: [...path, key].join('.'), near: nearest(key, known), known }));
    }
    if (isAbsent(raw, path)) return [problem('missing-field', file, { path: path.slice(0, -1) }, { field })];
    return [problem('bad-field', file, { path }, { field, reason: issue.message })];
  });
  const kept: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(schema.shape)) {
    const own = (shape as z.ZodType).safeParse((raw as Record<string, unknown> | null)?.[key]);
    kept[key] = own.success ? own.data : EMPTY[key as keyof typeof EMPTY];
  }
  return { data: kept, problems };
}

/** What stands in for a field that failed, so that the model can go on. */
const EMPTY = {
  title: '', summary: '', short: '', start: '', address: 'http://localhost', reviewed: '1970-01-01',
  aliases: [], related: [], covers: {}, questions: {}, outcomes: {}, points: {}, quotes: [], navigation: [], languages: ['en'],
};

function isAbsent(raw: unknown, path: readonly (string | number)[]): boolean {
  let value = raw;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  return value === undefined || value === null;
}

function knownKeys(schema: z.ZodObject, path: readonly (string | number)[]): string[] {
  let at: unknown = schema;
  for (const key of path) {
    const { def } = at as { def: { type: string; shape?: Record<string, unknown>; element?: unknown; valueType?: unknown; innerType?: unknown } };
    const inner = def.innerType ? (def.innerType as { def: typeof def }).def : def;
    at = inner.shape?.[key] ?? inner.element ?? inner.valueType;
    if (!at) return [];
  }
  return Object.keys((at as z.ZodObject).shape ?? {});
}

function locateField(document: Document, lines: LineCounter, path: readonly (string | number)[], shift: number): { line: number; column: number } {
  for (let take = path.length; take > 0; take -= 1) {
    const parent = take === 1 ? document.contents : document.getIn(path.slice(0, take - 1), true);
    const last = path[take - 1];
    const pair = isMap(parent) ? parent.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(last)) : undefined;
    const node = pair ? pair.key : document.getIn(path.slice(0, take), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { line: line + shift, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function firstBadByte(bytes: Uint8Array): { line: number; column: number } {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const line = lines.findIndex((text) => text.includes('\uFFFD'));
  return { line: line + 1, column: (lines[line]?.indexOf('\uFFFD') ?? 0) + 1 };
}
