import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { readPartial, schemaFiles } from '../../../src/commands/schemas.ts';
import { contentFiles } from '../../../src/content/content-files.ts';
import { bodyOf } from '../../../src/content/read-content.ts';
import { identifyFile, type Kind } from '../../../src/schema/content-layout.ts';
import { schemas } from '../../../src/schema/schemas.ts';
import { fieldsOf, jsonSchemaOf } from '../../../src/schema/json-schema.ts';

const kinds = Object.keys(schemas) as Kind[];

test('The JSON Schemas, their use in VS Code and the tables of fields are up to date.', async () => {
  const partial = await readPartial();
  for (const [file, text] of schemaFiles(partial)) assert.equal(await readFile(file, 'utf8'), text, `${file}: run npm run schemas`);
  const shown = new Set([...partial.guide.matchAll(/<!-- fields of ([\w-]+) -->/g)].map(([, kind]) => kind));
  // The front page has three fields of a page; a question has those of a concept.
  assert.deepEqual(
    kinds.filter((kind) => !shown.has(kind)),
    ['front', 'question'],
  );
});

test('Every field is explained where it is declared.', () => {
  for (const kind of kinds)
    assert.deepEqual(
      fieldsOf(jsonSchemaOf(kind)).flatMap(({ name, description }) => (description ? [] : [`${kind}: ${name}`])),
      [],
    );
});

const validators = new Map(kinds.map((kind) => [kind, new Ajv({ validateFormats: false, allowUnionTypes: true }).compile(jsonSchemaOf(kind))]));

/** Reads the fields of a file as an editor does: YAML 1.2, in which a day is text. */
async function fieldsIn(folder: string, file: string): Promise<unknown> {
  const text = await readFile(join(folder, file), 'utf8');
  return parse(file.endsWith('.mdx') ? text.slice(0, text.length - bodyOf(text).length).replaceAll(/^---$/gm, '') : text);
}

for (const folder of ['content', 'tests/fixtures/bases/tomato'])
  test(`An independent validator accepts every file of ${folder}.`, async () => {
    for (const file of contentFiles(folder)) {
      const { kind } = identifyFile(file)!;
      const validate = validators.get(kind)!;
      assert.ok(validate(await fieldsIn(folder, file)), `${file}: ${JSON.stringify(validate.errors)}`);
    }
  });

test('An independent validator finds an unknown field, a missing one and a value that is not listed.', () => {
  const validate = validators.get('concept')!;
  const page = { title: 'Fruit', summary: 'What holds the seeds.', reviewed: '2026-11-23' };
  assert.ok(validate(page));
  for (const invalid of [
    { ...page, titel: 'Fruit' },
    { title: 'Fruit', reviewed: '2026-11-23' },
    { ...page, certainty: 'sure' },
  ])
    assert.equal(validate(invalid), false, JSON.stringify(invalid));
});
