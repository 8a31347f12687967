import type { z } from 'astro/zod';

/** The internal definition of a zod schema. It is undocumented, so a minor version of zod may change it. */
export interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  innerType?: z.ZodType;
  entries?: Record<string, string>;
}

/** Returns the definition of a schema without `optional` and `default`. */
export function definitionOf(schema: z.ZodType): Definition {
  const { def } = schema as unknown as { def: Definition };
  return (def.type === 'optional' || def.type === 'default') && def.innerType ? definitionOf(def.innerType) : def;
}

/** Parses the valid fields and replaces invalid ones by an empty value, so that the rest of the file can be checked. */
export function parsePartial(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { type, shape, element, valueType, entries } = definitionOf(schema);
  if (type === 'object') {
    const own = isRecord(value) ? value : {};
    return Object.fromEntries(
      Object.entries(shape!).map(([key, inner]) => [key, parsePartial(inner, Object.hasOwn(own, key) ? own[key] : undefined)]),
    );
  }
  if (type === 'record') {
    return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).map(([key, inner]) => [key, parsePartial(valueType!, inner)]));
  }
  if (type === 'array') return Array.isArray(value) ? value.map((inner) => parsePartial(element!, inner)) : [];
  if (type === 'enum') return Object.values(entries!)[0];
  if (type === 'string' || type === 'pipe') return typeof value === 'string' ? value : '';
  return undefined;
}

/** Whether a value is a YAML map. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
