import type { z } from 'astro/zod';
import { isFailed, type Path } from '../model/entry.ts';
import { closestNames } from '../model/did-you-mean.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import { definitionOf, isRecord, parsePartial } from './parse-partial.ts';

/** The new names of fields that were renamed, by the old. */
const RENAMED: Readonly<Record<string, string>> = { alike: 'search-synonyms', cards: 'social-cards' };

/** Validates the data of a file. An invalid field becomes a diagnostic and gets an empty value. */
export function validate(schema: z.ZodObject, raw: unknown, file: string): { data: unknown; diagnostics: Diagnostic[]; failed: Path[] } {
  const diagnostics = reservedNames(raw, [], file);
  const result = schema.safeParse(raw);
  if (result.success) return { data: result.data, diagnostics, failed: [] };
  if (isRecord(raw) && Object.keys(raw).length === 0) {
    const required = result.error.issues.map(({ path }) => String(path[0]));
    return { data: parsePartial(schema, raw), diagnostics: [diagnostic('no-fields', file, { path: [] }, { required })], failed: [[]] };
  }
  const failed: Path[] = [];
  for (const issue of result.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const path = issue.path as (string | number)[];
    const known = knownKeys(schema, path);
    for (const key of issue.keys) {
      const renamed = known.filter((name) => name === RENAMED[key]);
      const near = renamed.length > 0 ? renamed : closestNames(key, known);
      diagnostics.push(diagnostic('unknown-field', file, { path: [...path, key] }, { field: [...path, key].join('.'), near, known }));
      // The field is given under a wrong name, so its value is unknown, and it is not missing.
      if (near[0] !== undefined && isAbsent(valueAt(raw, [...path, near[0]]))) failed.push([...path, near[0]]);
    }
  }
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    const field = path.join('.') || 'the whole file';
    if (issue.code === 'unrecognized_keys' || isFailed({ failed }, path)) continue;
    // An invalid key is reported at its own position; its value can still be checked.
    if (issue.code === 'invalid_key') {
      diagnostics.push(diagnostic('bad-field', file, { path }, { field, reason: issue.issues[0]?.message ?? issue.message }));
      continue;
    }
    failed.push(path);
    const value = valueAt(raw, path);
    if (isAbsent(value)) diagnostics.push(diagnostic('missing-field', file, { path }, { field }));
    else
      diagnostics.push(
        diagnostic(
          'bad-field',
          file,
          { path },
          {
            field,
            value,
            reason: path.length ? issue.message : `The file contains ${Array.isArray(raw) ? 'a list' : 'plain text'} instead of fields (title: …).`,
          },
        ),
      );
  }
  return { data: parsePartial(schema, raw), diagnostics, failed };
}

/** Finds keys that zod drops silently. */
function reservedNames(raw: unknown, path: readonly (string | number)[], file: string, seen = new Set<unknown>()): Diagnostic[] {
  if (seen.has(raw)) return [];
  seen.add(raw);
  const inner = Array.isArray(raw) ? [...raw.entries()] : isRecord(raw) ? Object.entries(raw) : [];
  return inner.flatMap(([key, value]) => {
    const at = [...path, key];
    return key === '__proto__'
      ? [diagnostic('bad-field', file, { path: at }, { field: at.join('.'), reason: 'This name is reserved. Use another one.' })]
      : reservedNames(value, at, file, seen);
  });
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], raw);

function knownKeys(schema: z.ZodType, path: Path): string[] {
  let at: z.ZodType | undefined = schema;
  for (const key of path) {
    const { shape, element, valueType } = definitionOf(at);
    at = shape ? shape[key as string] : (element ?? valueType);
    if (!at) return [];
  }
  return Object.keys(definitionOf(at).shape ?? {});
}
