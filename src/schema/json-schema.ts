/** The schemas of the content as JSON Schema, for editors, and as tables of fields, for content/README.md. */
import { z } from 'astro/zod';
import type { Kind } from './content-layout.ts';
import { schemas } from './schemas.ts';

/** The part of JSON Schema that zod writes for our schemas. */
export interface JsonSchema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  enum?: string[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  additionalProperties?: boolean | JsonSchema;
  required?: string[];
}

/** Returns the JSON Schema of a kind of file, for a writer: a field with a default is optional. Editors read draft 7. */
export function jsonSchemaOf(kind: Kind): JsonSchema {
  return z.toJSONSchema(schemas[kind] as z.ZodType, { target: 'draft-7', io: 'input' }) as JsonSchema;
}

export interface Field {
  /** With its parents: `quotes[].original`, `questions.<id>.ask`. */
  name: string;
  required: boolean;
  /** The possible values, if the schema lists them. */
  values: string[];
  description: string | undefined;
}

/** Lists the fields of a schema in its order. Nested fields follow the field that contains them. */
export function fieldsOf({ properties = {}, required = [] }: JsonSchema, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const { schema: inner, path } = insideOf(schema);
    const name = `${prefix}${key}`;
    return [
      { name, required: required.includes(key), values: schema.enum ?? [], description: schema.description },
      ...(inner.properties ? fieldsOf(inner, `${name}${path}.`) : []),
    ];
  });
}

/** Returns the schema of the items of nested lists and maps, and their path. */
function insideOf(schema: JsonSchema, path = ''): { schema: JsonSchema; path: string } {
  if (schema.items) return insideOf(schema.items, `${path}[]`);
  if (typeof schema.additionalProperties === 'object') return insideOf(schema.additionalProperties, `${path}.<id>`);
  return { schema, path };
}

/** Writes the fields of a kind of file as a table of Markdown. */
export function fieldTable(kind: Kind): string {
  const rows = fieldsOf(jsonSchemaOf(kind)).map(({ name, required, values, description = '' }) => {
    const unnamed = values.some((one) => !description.includes(`\`${one}\``));
    const value = unnamed ? ` One of: ${values.map((one) => `\`${one}\``).join(', ')}.` : '';
    return `| \`${name}\` | ${required ? 'yes' : ''} | ${(description + value).replaceAll('|', '\\|')} |`;
  });
  return ['| field | required | meaning |', '|---|---|---|', ...rows].join('\n');
}
