/** Serves what `npm run build` made. Run by itself it only serves; `npm start` builds first. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, posix } from 'node:path';
import compression from '@polka/compression';
import sirv from 'sirv';
import { listen, readPort } from './lib/listen.ts';
import { outputFolder, restoreFormer } from './lib/output-folder.ts';

export interface Serving {
  url: string;
  close: () => Promise<void>;
}

/** Serve a built folder as a static host does, at the port or the next free one, and print the address. */
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

/** Serve the output that the environment names (OUT_DIR, PORT, BASE_PATH) until Ctrl+C, then end quietly. */
export async function serveOutput(): Promise<void> {
  const { PORT, BASE_PATH = '/' } = process.env;
  const folder = outputFolder();
  await restoreFormer(folder);
  const { close } = await serve({ folder, port: readPort(PORT), base: BASE_PATH });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

/** Answer requests under `root`, `/` or `/base/`, with the files of a built folder, or with its page for what is not there. */
export function createHandler(folder: string, root: string) {
  const notFound = async (_: IncomingMessage, response: ServerResponse) => {
    const page = await readFile(join(folder, '404.html')).catch(() => '<!doctype html><title>Not found</title><h1>Not found</h1>');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  // `dev` reads the files anew for each request, so that a build that replaces the folder is served at once.
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: true,
    setHeaders: setType,
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

/** Of brotli, from 1 to 11: what is packed while somebody waits is packed less tightly. */
const QUALITY = 6;

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What sirv leaves without a charset would be read as Latin-1. */
function setType(response: ServerResponse, path: string): void {
  const type = TYPES[extname(path)];
  if (type) response.setHeader('Content-Type', type);
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

if (import.meta.main) {
  await serveOutput().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
