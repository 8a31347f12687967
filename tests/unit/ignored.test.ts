import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

test('The formatter and the linter ignore folders at the root only: a pattern without a slash would match a name at any depth.', async () => {
  const formatter = (await readFile('.prettierignore', 'utf8')).split('\n').filter(Boolean);
  const { ignorePatterns: linter } = JSON.parse(await readFile('.oxlintrc.json', 'utf8')) as { ignorePatterns: string[] };
  assert.deepEqual(
    [...formatter, ...linter].filter((pattern) => !pattern.startsWith('/')),
    [],
  );
});
