import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';

const LIMIT = 15 * 1024;
/** The engine of the search and the styles are weighed elsewhere. */
const around: Plugin = {
  name: 'around',
  setup({ onResolve }) {
    onResolve({ filter: /\/search\/[\w-]+\.ts$|\.css\?url$/ }, ({ path }) => ({ path, external: true }));
  },
};

test('All code of the pages together, without the engine of the search, stays within its limit in brotli.', async () => {
  const folder = 'src/client/';
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts') || file.endsWith('.js'));
  const texts = await Promise.all(files.map((file) => readFile(folder + file, 'utf8')));
  // What no other file asks for is where a page begins.
  const beginnings = files.filter((file) => !texts.some((text) => text.includes(`'./${file}'`)));
  const { outputFiles } = await build({
    entryPoints: beginnings.map((file) => folder + file),
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    outdir: 'nowhere',
    plugins: [around],
  });
  const sum = outputFiles.reduce((all, { contents }) => all + brotliCompressSync(contents).length, 0);
  assert.ok(sum > 5000 && sum <= LIMIT, `${sum} bytes`);
});
