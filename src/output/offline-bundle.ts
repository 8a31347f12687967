import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { transform } from 'esbuild';
import { hashOf, readCached, storeCached } from '../cache/disk-cache.ts';
import { listFiles } from './inventory.ts';
import { typeOf } from '../hosting/headers.ts';

/** The files of the bundle: pages, stylesheets, scripts, fonts and the search. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.woff2', '.pagefind', '.pf_index', '.pf_meta']);

/** Files that are not in the bundle: share pages, the book, and files for other programs. */
const LEFT_OUT = /^(?:\w\w\/)?(?:s\/|print\/|index\.json$|robots\.txt$|llms(?:-full)?\.txt$|sha256sums\.txt$)/;

/** The offline page of each language, which is shown without a network instead of a page that is not in the bundle. */
const OFFLINE_PAGE = /^(?:\w\w\/)?no-network\/index\.html$/;
/** The folder of the parts. */
const FOLDER = 'offline';
/** The number of hexadecimal digits in the name of a part. */
const NAME_LENGTH = 16;
/** A part ends with the file that exceeds this size, in bytes before compression. */
const PART_LIMIT = 400_000;
/** The mean number of files in a part, if they are small. */
const FILES_PER_PART = 24;

interface PackedFile {
  file: string;
  content: Buffer;
}

/**
 * Writes the offline bundle of a built folder in parts, and the service worker that loads them. The name of a part is a hash of its content:
 * the worker changes whenever a page does, and loads only the parts that changed. Compressed parts are cached in the folder `cache`. Returns the size of
 * all parts in bytes.
 */
export async function writeOfflineBundle(folder: string, cache: string): Promise<number> {
  const files = listFiles(folder)
    .filter((file) => !LEFT_OUT.test(file) && PACKED.has(extname(file)))
    .sort(nearness);
  mkdirSync(join(folder, FOLDER), { recursive: true });
  const source = readFileSync(new URL('../client/service-worker.ts', import.meta.url), 'utf8');
  const minified = transform(source, { loader: 'ts', minify: true, target: 'es2022' });
  const packs: Promise<Uint8Array>[] = [];
  let part: PackedFile[] = [];
  let length = 0;
  for (const [at, file] of files.entries()) {
    const content = readFileSync(join(folder, file));
    part.push({ file, content });
    length += content.length;
    if (at < files.length - 1 && length <= PART_LIMIT && !endsPart(file)) continue;
    packs.push(packOf(part, cache));
    part = [];
    length = 0;
  }
  const names: string[] = [];
  let size = 0;
  for (const pack of await Promise.all(packs)) {
    const name = hash('sha256', pack).slice(0, NAME_LENGTH);
    writeFileSync(join(folder, FOLDER, `${name}.pack`), pack);
    names.push(name);
    size += pack.length;
  }
  writeFileSync(join(folder, 'offline.json'), JSON.stringify({ bytes: size }));
  const pages = files.filter((file) => OFFLINE_PAGE.test(file)).map((file) => file.replace(/index\.html$/, ''));
  // The page of the first language is at the root.
  const offlinePages = pages.sort((a, b) => a.length - b.length).join(' ');
  const { code } = await minified;
  writeFileSync(join(folder, 'offline.js'), code.replace('__PARTS__', names.join(' ')).replace('__OFFLINE_PAGES__', offlinePages));
  return size;
}

/** Whether a file ends its part. This depends only on the path of the file, so that a new page changes one part and not all later ones. */
const endsPart = (file: string): boolean => hash('sha256', file, 'buffer').readUInt32BE() % FILES_PER_PART === 0;

/** Compresses the files of a part, unless it is cached: a line of JSON with the path, the type and the length of each file, then their bytes. */
async function packOf(part: readonly PackedFile[], cache: string): Promise<Uint8Array> {
  const head = part.map(({ file, content }) => [file.replace(/(^|\/)index\.html$/, '$1'), typeOf(file), content.length]);
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...part.map(({ content }) => content)]);
  // A changed part replaces the former one, which began with the same file.
  const path = join(cache, hashOf(part[0]!.file));
  const key = hashOf(process.version, bytes);
  return readCached<Uint8Array>(path, key) ?? storeCached(path, key, await promisify(gzip)(bytes, { level: 7 }));
}

/** Sorts similar pages next to each other, also the translations of a page, because gzip looks back 32 KB. */
function nearness(a: string, b: string): number {
  const key = (file: string): string => `${extname(file)} ${file.replace(/^\w\w\//, '')} ${file}`;
  return key(a) < key(b) ? -1 : 1;
}
