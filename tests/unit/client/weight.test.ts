import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { LIMITS } from '../../limits.ts';

/** Other tests measure the search engine and the stylesheets. */
const externals: Plugin = {
  name: 'externals',
  setup({ onResolve }) {
    onResolve({ filter: /\/search\/[\w-]+\.ts$|\.css\?url$/ }, ({ path }) => ({ path, external: true }));
  },
};

test('The code of all pages together, without the search engine, is within its limit in brotli.', async () => {
  const folder = 'src/client/';
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') || file.endsWith('.js'));
  const texts = await Promise.all(files.map((file) => readFile(folder + file, 'utf8')));
  // A file that no other file imports is an entry point.
  const entries = files.filter((file) => !texts.some((text) => text.includes(`'./${file}'`)));
  const { outputFiles } = await build({
    entryPoints: entries.map((file) => folder + file),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    outdir: 'nowhere',
    plugins: [externals],
  });
  const sum = outputFiles.reduce((all, { contents }) => all + brotliCompressSync(contents).length, 0);
  assert.ok(sum > 5000 && sum <= LIMITS.client, `${sum} bytes`);
});
