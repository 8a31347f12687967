import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { typeOf } from '../hosting/headers.ts';

/** The files of the bundle: pages, stylesheets, scripts, fonts and the search. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.woff2', '.pagefind', '.pf_index', '.pf_meta']);

/** Files that are not in the bundle: share pages, the book, and files for other programs. */
const LEFT_OUT = /^(?:s\/|(?:\w\w\/)?print\/|index\.json$|robots\.txt$|llms\.txt$)/;

/** The page that a reader without a network gets for a page that is not in the bundle, one in each language. */
const OFFLINE_PAGE = /^(?:\w\w\/)?offline\/index\.html$/;

/**
 * Writes the offline bundle of a built folder, and the service worker that loads it. The name of the bundle contains a hash, so that the
 * worker changes whenever a page does. Returns its size in bytes.
 */
export async function writeOfflineBundle(folder: string): Promise<number> {
  const listed = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = listed
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !LEFT_OUT.test(file) && PACKED.has(extname(file)))
    .sort(nearness);
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  const head = files.map((file, at) => [file.replace(/(^|\/)index\.html$/, '$1'), typeOf(file), contents[at]!.length]);
  const pack = gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...contents]), { level: 9 });
  const hash = createHash('sha256').update(pack).digest('hex');
  const name = `offline.${hash.slice(0, 12)}.pack`;
  const pages = files.filter((file) => OFFLINE_PAGE.test(file)).map((file) => file.replace(/index\.html$/, ''));
  // The page of the first language is at the root.
  const offlinePages = pages.sort((a, b) => a.length - b.length).join(' ');
  const source = await readFile(new URL('../client/service-worker.ts', import.meta.url), 'utf8');
  await writeFile(join(folder, name), pack);
  const { code } = await transform(source.replace('__PACK__', name).replace('__HASH__', hash).replace('__OFFLINE_PAGES__', offlinePages), {
    loader: 'ts',
    minify: true,
    target: 'es2022',
  });
  await writeFile(join(folder, 'offline.js'), code);
  return pack.length;
}

/** Sorts similar pages next to each other, also the translations of a page, because gzip looks back 32 KB. */
function nearness(a: string, b: string): number {
  const key = (file: string): string => `${extname(file)} ${file.replace(/^\w\w\//, '')} ${file}`;
  return key(a) < key(b) ? -1 : 1;
}
