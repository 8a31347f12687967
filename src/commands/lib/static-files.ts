/** Answers requests with the files of a built folder, as a good static host does. Nothing that a request says ends the process. */
import { existsSync } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { COMPRESSED, extensionOf, headersOf } from '../../hosting/headers.ts';

/** The quality of brotli, from 1 to 11: a reader waits for the first compression of a file. */
const QUALITY = 6;
/** Bodies that were compressed are kept up to this size together, in bytes. */
const KEPT = 64 * 2 ** 20;
/** A larger file is sent as it is. */
const LARGEST = 8 * 2 ** 20;
/** Nothing below this becomes smaller by much, in bytes. */
const SMALLEST = 1000;
/** How long to look for a file again that a build is just replacing, in milliseconds. */
const PATIENCE = 300;

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers requests under `root`, `/` or `/base/`, with the files of a built folder, or with its page for what is not there. */
export function createHandler(folder: string, root: string): Handler {
  const bodies = new Bodies();
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
    // The file is opened before the answer begins, so that one which is gone in between is an error and not half an answer.
    const handle = await open(file);
    response.writeHead(range ? 206 : status, sent);
    // A reader may leave at any time, before the first byte too; both ends are closed then.
    await pipeline(handle.createReadStream({ start, end }), response)
      .catch(() => undefined)
      .finally(() => handle.close());
  }
}

interface Found {
  /** Where it is on the disk. */
  file: string;
  /** Where it is in the output, with forward slashes. */
  path: string;
  size: number;
  /** When it was changed, in milliseconds. */
  changed: number;
}

/** Finds the file of a path: itself, the page of a folder, or `folder` for one that was asked for without its slash. */
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

/** Looks again for a while if the whole folder is gone: a build is just putting a new one in its place. */
async function whileReplaced(folder: string, look: () => Promise<Found | 'folder' | undefined>): Promise<Found | 'folder' | undefined> {
  for (const until = Date.now() + PATIENCE; ; await setTimeout(PATIENCE / 20)) {
    const found = await look();
    if (found !== undefined || existsSync(folder) || Date.now() > until) return found ?? (existsSync(folder) ? look() : undefined);
  }
}

/** Decodes a path; undefined for one that is no UTF-8. */
function readable(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

type Headers = IncomingMessage['headers'];

function isUnchanged(headers: Headers, etag: string, changed: number): boolean {
  const given = headers['if-none-match'];
  if (given !== undefined) return given === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && Math.trunc(changed / 1000) * 1000 <= since;
}

/** Reads one range of bytes (RFC 9110, 14.2). What is no such range, or several of them, is answered with the whole file. */
export function rangeOf(headers: Headers, size: number, etag: string, changed: number): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.replaceAll(' ', '') ?? '') ?? [];
  const condition = headers['if-range']?.toString();
  if (condition !== undefined && condition !== etag && Date.parse(condition) !== Math.trunc(changed / 1000) * 1000) return undefined;
  if (first === '' && last === '') return undefined;
  if (first === '') return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size - 1) };
}

/** Chooses the coding that a browser takes: brotli, gzip, or none. */
function codingFor(accepted: string): 'br' | 'gzip' | undefined {
  const weights = new Map<string, number>(
    accepted.split(',').map((one) => {
      const [name = '', ...options] = one.split(';').map((part) => part.trim().toLowerCase());
      return [name, Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1)] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((coding) => (weights.get(coding) ?? 0) > 0);
}

/** Compressed bodies, each made once. */
class Bodies {
  readonly #kept = new Map<string, Promise<Buffer>>();
  readonly #sizes = new Map<string, number>();

  get(file: string, etag: string, coding: 'br' | 'gzip'): Promise<Buffer> {
    const key = `${coding} ${etag} ${file}`;
    const known = this.#kept.get(key);
    if (known) {
      // The last one used is the last one to go.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const body = compress(file, coding);
    this.#kept.set(key, body);
    body.then(
      ({ length }) => this.#count(key, length),
      () => this.#kept.delete(key),
    );
    return body;
  }

  #count(key: string, length: number): void {
    this.#sizes.set(key, length);
    for (const [oldest] of this.#kept) {
      if ([...this.#sizes.values()].reduce((sum, one) => sum + one, 0) <= KEPT) return;
      this.#kept.delete(oldest);
      this.#sizes.delete(oldest);
    }
  }
}

async function compress(file: string, coding: 'br' | 'gzip'): Promise<Buffer> {
  const handle = await open(file);
  try {
    const whole = await handle.readFile();
    if (coding === 'gzip') return await promisify(gzip)(whole);
    return await promisify(brotliCompress)(whole, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
    });
  } finally {
    await handle.close();
  }
}
