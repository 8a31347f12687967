/** Answers requests with the files of a built folder, as a good static host does. No request ends the process. */
import { statSync } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { COMPRESSED, extensionOf, headersOf } from '../../hosting/headers.ts';
import { CompressedBodies } from './compressed-bodies.ts';
import { codingFor, isUnchanged, rangeOf } from './request-headers.ts';

/** A file above this size, in bytes, is not compressed. */
const LARGEST = 8 * 2 ** 20;
/** Compression saves little below this size, in bytes. */
const SMALLEST = 1000;
/** The maximum time to wait for the folder while a build replaces it, and the interval of the attempts, in milliseconds. */
const PATIENCE = 2_000;
const INTERVAL = 15;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers requests under `root`, `/` or `/base/`, with the files of a built folder, or with its 404 page. */
export function createHandler(folder: string, root: string): Handler {
  const bodies = new CompressedBodies();
  return (request, response) => {
    response.on('error', () => response.destroy());
    void answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('The file could not be read.\n');
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { Allow: 'GET, HEAD', 'Content-Type': 'text/plain; charset=utf-8' }).end('Only GET and HEAD.\n');
    const [, path = '/', query = ''] = /^([^?#]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    if (root !== '/' && (path === '/' || path === root.slice(0, -1))) return void response.writeHead(302, { Location: root + query }).end();
    const asked = path.startsWith(root) ? readable(path.slice(root.length)) : undefined;
    const found = asked === undefined ? undefined : await whileReplaced(folder, () => find(folder, asked));
    if (found === 'folder') return void response.writeHead(301, { Location: `${root}${encodeURI(asked!)}/${query}` }).end();
    if (found) return send(request, response, found, 200);
    const page = await find(folder, '404.html');
    if (page && page !== 'folder') return send(request, response, page, 404);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end('<!doctype html><title>Not found</title><h1>Not found</h1>');
  }

  async function send({ method, headers }: IncomingMessage, response: ServerResponse, { file, path, size, changed }: Found, status: number) {
    const etag = `"${size.toString(16)}-${Math.trunc(changed).toString(16)}"`;
    const sent: Record<string, string | number> = {
      ...headersOf(path),
      'Accept-Ranges': 'bytes',
      ETag: etag,
      'Last-Modified': new Date(changed).toUTCString(),
    };
    const isCompressible = COMPRESSED.includes(extensionOf(path)) && size >= SMALLEST && size <= LARGEST;
    if (isCompressible) sent.Vary = 'Accept-Encoding';
    if (status === 200 && isUnchanged(headers, etag, changed)) return void response.writeHead(304, sent).end();
    const range = status === 200 ? rangeOf(headers, size, etag, changed) : undefined;
    if (range === 'unsatisfiable') return void response.writeHead(416, { ...sent, 'Content-Range': `bytes */${size}` }).end();
    const coding = isCompressible && !range ? codingFor(String(headers['accept-encoding'] ?? '')) : undefined;
    if (coding) {
      const body = await bodies.get(file, etag, coding);
      response.writeHead(status, { ...sent, ETag: `W/${etag}`, 'Content-Encoding': coding, 'Content-Length': body.length });
      return void response.end(method === 'HEAD' ? undefined : body);
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    if (range) sent['Content-Range'] = `bytes ${start}-${end}/${size}`;
    sent['Content-Length'] = size === 0 ? 0 : end - start + 1;
    if (method === 'HEAD' || size === 0) return void response.writeHead(range ? 206 : status, sent).end();
    // The file is opened before the response begins, so that a deleted file causes an error and not half a response.
    const handle = await open(file);
    response.writeHead(range ? 206 : status, sent);
    // A client may disconnect at any time, even before the first byte; then both streams are closed.
    await pipeline(handle.createReadStream({ start, end }), response)
      .catch(() => undefined)
      .finally(() => handle.close());
  }
}

interface Found {
  /** Its path on the disk. */
  file: string;
  /** Its path in the output, with forward slashes. */
  path: string;
  size: number;
  /** The time of its last change, in milliseconds. */
  changed: number;
}

/** Finds the file of a path: itself, the page of a folder, or `folder` for a folder whose URL lacks the slash. */
async function find(folder: string, asked: string): Promise<Found | 'folder' | undefined> {
  const parts = asked.split('/');
  const isHidden = parts.some((part, at) => part.startsWith('.') && !(at === 0 && part === '.well-known'));
  if (isHidden || parts.slice(0, -1).includes('') || /[\\\0]/.test(asked)) return undefined;
  const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
  try {
    const [base, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    // A symbolic link must not lead out of the folder.
    if (!file.startsWith(base + sep)) return undefined;
    const found = await stat(file);
    if (found.isFile()) return { file, path, size: found.size, changed: found.mtimeMs };
    return found.isDirectory() && (await stat(join(file, 'index.html')).catch(() => undefined)) ? 'folder' : undefined;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'ERR_INVALID_ARG_VALUE'].includes(code)) return undefined;
    throw error;
  }
}

/** Repeats a search during which the folder was missing or replaced. A file is missing only if the same folder was there before and after. */
async function whileReplaced(folder: string, look: () => Promise<Found | 'folder' | undefined>): Promise<Found | 'folder' | undefined> {
  for (const until = Date.now() + PATIENCE; ; await setTimeout(INTERVAL)) {
    const before = identityOf(folder);
    const found = await look();
    if (found !== undefined || Date.now() > until || (before !== undefined && before === identityOf(folder))) return found;
  }
}

/** Returns a value that identifies a folder even after a rename; undefined if the folder is missing. */
function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false, bigint: true });
  return found && `${found.dev} ${found.ino}`;
}

/** Decodes a path; undefined if it is not UTF-8. */
function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
