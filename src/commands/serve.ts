/** Serves the output of `npm run build`. `npm start` builds first. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join, posix } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { contentTypeOf } from '../output/content-type.ts';
import { listen, readPort } from './lib/listen.ts';

export interface Serving {
  url: string;
  close: () => Promise<void>;
}

/** Serves a built folder as a static host does, at the port or the next free one, and prints the URL. */
export async function serve({ folder, port, base }: { folder: string; port: number; base: string }): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const root = `/${base}/`.replace(/\/{2,}/g, '/');
  const answer = createHandler(folder, root);
  const compress = compression({ brotli: true, level: QUALITY });
  const server = createServer((request, response) => compress(request, response, () => answer(request, response)));
  const used = await listen(server, port);
  if (port !== 0 && used !== port) console.log(`Port ${port} is taken; using ${used}.`);
  const url = `http://localhost:${used}${root}`;
  console.log(url);
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, close };
}

/** Serves the output of the environment variables (OUT_DIR, PORT, BASE_PATH) until Ctrl+C. */
export async function serveOutput(): Promise<void> {
  const { OUT_DIR = 'dist', PORT, BASE_PATH = '/' } = process.env;
  const { close } = await serve({ folder: OUT_DIR, port: readPort(PORT), base: BASE_PATH });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

/** Returns a request handler for a built folder under `root`, which is `/` or `/base/`. Unknown paths get the 404 page. */
export function createHandler(folder: string, root: string) {
  const notFound = async (_: IncomingMessage, response: ServerResponse) => {
    const page = await readFile(join(folder, '404.html')).catch(() => '<!doctype html><title>Not found</title><h1>Not found</h1>');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  // `dev` reads the files for each request, so that a new build is served at once.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    setHeaders: (response, path) => response.setHeader('Content-Type', contentTypeOf(path.endsWith('/') ? 'index.html' : path)),
    onNoMatch: (request, response) => void notFound(request, response),
  });
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [, path = '/', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    if (path === '/' || path === root.slice(0, -1)) {
      if (root !== '/') return void response.writeHead(302, { Location: root + query }).end();
    } else if (!path.startsWith(root)) return void notFound(request, response);
    const inside = path.slice(root.length - 1);
    const page = posix.normalize(`/${readable(inside)}`);
    if (!page.endsWith('/') && existsSync(join(folder, page, 'index.html'))) {
      return void response.writeHead(301, { Location: `${root}${encodeURI(page).slice(1)}/${query}` }).end();
    }
    request.url = inside + query;
    files(request, response);
  };
}

/** The brotli quality, from 1 to 11. Compression on request uses a lower one. */
const QUALITY = 6;

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

if (import.meta.main) {
  await serveOutput().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
