/** `npm run schemas`: writes the JSON Schemas of the content and their use in VS Code, and the tables of fields in content/README.md. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { contentLayout, type Kind } from '../schema/content-layout.ts';
import { schemas } from '../schema/schemas.ts';
import { fieldTable, jsonSchemaOf } from '../schema/json-schema.ts';

const FOLDER = 'docs/schemas';
const GUIDE = 'content/README.md';

const SETTINGS = '.vscode/settings.json';
/** The folders that contain the bases of this repository. */
const BASES = ['content', 'examples/*', 'tests/fixtures/bases/*'];

/** Returns every file that is made from the schemas, with its text. `texts` are the files of which only a part is generated. */
export function schemaFiles(texts: { guide: string; settings: string }): Map<string, string> {
  const kinds = Object.keys(schemas) as Kind[];
  return new Map([
    ...kinds.map((kind) => [fileOf(kind), json(jsonSchemaOf(kind))] as const),
    [GUIDE, withTables(texts.guide)],
    [SETTINGS, json({ ...(JSON.parse(texts.settings) as object), 'yaml.schemas': associations() })],
  ]);
}

/** Reads the files of which the command writes only a part. */
export const readPartial = async (): Promise<{ guide: string; settings: string }> => ({
  guide: await readFile(GUIDE, 'utf8'),
  settings: await readFile(SETTINGS, 'utf8'),
});

const fileOf = (kind: Kind): string => `${FOLDER}/${kind}.schema.json`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Returns the files of each schema, in the format of the YAML extension of VS Code. */
const associations = (): Record<string, string[]> =>
  Object.fromEntries(
    contentLayout
      .filter(({ glob }) => glob.endsWith('.yaml'))
      .map(({ kind, glob }) => [`./${fileOf(kind)}`, BASES.map((base) => `${base}/${glob.replace('??', '*')}`)]),
  );

/** Replaces the text between `<!-- fields of <kind> -->` and `<!-- end of fields -->`. */
function withTables(guide: string): string {
  return guide.replace(/(<!-- fields of ([\w-]+) -->\n)[^]*?(<!-- end of fields -->)/g, (_, begin: string, kind: string, end: string) => {
    if (!(kind in schemas)) throw new Error(`${GUIDE} has a table of fields for “${kind}”. The kinds are: ${Object.keys(schemas).join(', ')}.`);
    return `${begin}\n${fieldTable(kind as Kind)}\n\n${end}`;
  });
}

if (import.meta.main) {
  await mkdir(FOLDER, { recursive: true });
  const files = schemaFiles(await readPartial());
  for (const [file, text] of files) await writeFile(file, text);
  console.log(`Wrote ${[...files.keys()].join(', ')}.`);
}
