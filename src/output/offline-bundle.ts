import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { transform } from 'esbuild';
import { hashOf, readCached, storeCached } from '../cache/disk-cache.ts';
import { typeOf } from '../hosting/headers.ts';

/** The files of the bundle: pages, stylesheets, scripts, fonts and the search. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.woff2', '.wasm', '.pf_index', '.pf_meta']);

/** Files that are not in the bundle: share pages, the book, and files for other programs. */
const LEFT_OUT = /^(?:\w\w\/)?(?:s\/|print\/|index\.json$|robots\.txt$|llms(?:-full)?\.txt$|sha256sums\.txt$)/;

/** The offline page of each language, which is shown without a network instead of a page that is not in the bundle. */
const OFFLINE_PAGE = /^(?:\w\w\/)?no-network\/index\.html$/;
/** The folder of the parts. */
const FOLDER = 'offline';
/** The number of hexadecimal digits in the name of a part. */
const NAME_LENGTH = 16;
/** The path of a part. A base may have other files in the folder. */
const PART = new RegExp(`^${FOLDER}/[0-9a-f]{${NAME_LENGTH}}\\.pack$`);
/** A part ends with the file that exceeds this size, in bytes before compression. */
const PART_LIMIT = 400_000;
/** The mean number of files in a part, if they are small. */
const FILES_PER_PART = 24;

interface PackedFile {
  file: string;
  content: Buffer;
}

/**
 * Compresses those of some files that the bundle contains, in parts. Compressed parts are cached in the folder `cache`. The files of a part are read
 * one after another.
 */
export function packFiles(files: readonly string[], read: (file: string) => Buffer, cache: string): Promise<Uint8Array[]> {
  const packed = files.filter((file) => !LEFT_OUT.test(file) && PACKED.has(extname(file))).sort(nearness);
  const packs: Promise<Uint8Array>[] = [];
  let part: PackedFile[] = [];
  let length = 0;
  for (const [at, file] of packed.entries()) {
    const content = read(file);
    part.push({ file, content });
    length += content.length;
    if (at < packed.length - 1 && length <= PART_LIMIT && !endsPart(file)) continue;
    packs.push(packOf(part, cache));
    part = [];
    length = 0;
  }
  return Promise.all(packs);
}

/** Returns the path of a part. Its name is a hash of its content, so a reader loads only the parts that changed. */
export const partPath = (pack: Uint8Array): string => `${FOLDER}/${hash('sha256', pack).slice(0, NAME_LENGTH)}.pack`;

/**
 * Writes the offline bundle of a built folder, and the service worker that loads its parts. `files` are those of the folder, and `packs` the parts that
 * it does not contain yet. Returns the size of all parts in bytes.
 */
export async function writeOfflineBundle(folder: string, files: readonly string[], packs: readonly Uint8Array[]): Promise<number> {
  const source = readFileSync(new URL('../client/service-worker.ts', import.meta.url), 'utf8');
  const minified = transform(source, { loader: 'ts', minify: true, target: 'es2022' });
  mkdirSync(join(folder, FOLDER), { recursive: true });
  const written = packs.map(partPath);
  for (const [at, path] of written.entries()) writeFileSync(join(folder, path), packs[at]!);
  const parts = [...written, ...files.filter((file) => PART.test(file))];
  const size = parts.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  writeFileSync(join(folder, 'offline.json'), JSON.stringify({ bytes: size }));
  const pages = files.filter((file) => OFFLINE_PAGE.test(file)).map((file) => file.replace(/index\.html$/, ''));
  // The page of the first language is at the root.
  const offlinePages = pages.sort((a, b) => a.length - b.length).join(' ');
  const names = parts.map((path) => basename(path, '.pack')).join(' ');
  const { code } = await minified;
  writeFileSync(join(folder, 'offline.js'), code.replace('__PARTS__', names).replace('__OFFLINE_PAGES__', offlinePages));
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
