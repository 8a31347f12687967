import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { lastSearchIndex } from '../../../../src/commands/server/last-search-index.ts';
import { listen } from '../../../../src/commands/server/listen.ts';

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

test('In development the files of the search come from the last build, and everything else from Astro.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'last-build-'));
  await mkdir(join(folder, 'pagefind'));
  await writeFile(join(folder, 'pagefind/pagefind.js'), 'export {}');
  const { OUT_DIR } = process.env;
  process.env.OUT_DIR = folder;
  const used: Middleware[] = [];
  const setup = lastSearchIndex().hooks['astro:server:setup'] as unknown as (options: object) => void;
  setup({ server: { middlewares: { use: (one: Middleware) => used.push(one) } } });
  const server = createServer((request, response) => used[0]!(request, response, () => response.end('Astro')));
  const url = `http://localhost:${await listen(server, 0)}`;
  try {
    const get = async (path: string) => {
      const response = await fetch(url + path);
      return `${response.status} ${await response.text()}`;
    };
    assert.equal(await get('/pagefind/pagefind.js?import'), '200 export {}');
    assert.match(await get('/search-index/index.json'), /^404 /);
    assert.equal(await get('/concepts/'), '200 Astro');
  } finally {
    server.close();
    if (OUT_DIR === undefined) delete process.env.OUT_DIR;
    else process.env.OUT_DIR = OUT_DIR;
    await rm(folder, { recursive: true });
  }
});
