/** Serves the output of `npm run build`. `npm start` builds first. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { listen, readHost, readPort } from './server/listen.ts';
import { outputFolder, restoreFormer } from './output-folder/output-folder.ts';
import { createHandler } from './server/static-files.ts';

/** The maximum number of connections at once. Each needs memory, and a local site needs few. */
const MOST = 512;

export interface Serving {
  url: string;
  close: () => Promise<void>;
}

/** Serves a built folder as a static host does, at the port or the next free one, and prints the URL. Without a `host`, on this machine only. */
export async function serve({
  folder,
  port,
  base,
  host,
}: {
  folder: string;
  port: number;
  base: string;
  host?: string | undefined;
}): Promise<Serving> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in ${folder}. Run "npm run build" first.`);
  const root = `/${base}/`.replace(/\/{2,}/g, '/');
  const server = createServer(createHandler(folder, root));
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) =>
    end(socket, code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'),
  );
  server.on('connect', (_, socket) => end(socket, '405 Method Not Allowed'));
  server.maxConnections = MOST;
  const used = await listen(server, port, host);
  if (port !== 0 && used !== port) console.log(`Port ${port} is taken; using ${used}.`);
  const url = `http://${host?.includes(':') ? `[${host}]` : (host ?? 'localhost')}:${used}${root}`;
  console.log(url);
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url, close };
}

/** Ends a connection whose request cannot be parsed or answered. */
function end(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
  else socket.destroy();
}

/** Serves the built site until Ctrl+C, with the settings in the environment variables OUT_DIR, PORT, HOST and BASE_PATH. */
export async function serveOutput(): Promise<void> {
  const { PORT, HOST, BASE_PATH = '/' } = process.env;
  const folder = outputFolder();
  await restoreFormer(folder);
  const { close } = await serve({ folder, port: readPort(PORT), host: readHost(HOST), base: BASE_PATH });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
}

if (import.meta.main) {
  await serveOutput().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
