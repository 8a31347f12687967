import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

test('Every typeface has a file of its own, so that bold letters are bold in each script.', async () => {
  const styles = await readFile('src/styles/fonts.css', 'utf8');
  const used = [...styles.matchAll(/url\('\.\.\/fonts\/([^']+)'\)/g)].map(([, file]) => file!);
  const files = (await readdir('src/fonts')).filter((name) => name.endsWith('.woff2'));
  assert.deepEqual(used.sort(), files.sort());
});
