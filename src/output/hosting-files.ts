/** Files of the output that are for the host, not for readers. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { headersFile } from '../hosting/headers-file.ts';
import { COMPRESSED, extensionOf } from '../hosting/headers.ts';
import { caddyMoves, nginxMoves, redirectsFile, type Move } from '../hosting/moves.ts';
import { hrefOf } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import { movedPages, type MovedPage, type Removed } from '../permalinks/removed.ts';
import { listFiles } from './inventory.ts';

/** Writes what static hosts and servers read: headers, redirects, and an empty file that keeps GitHub Pages from leaving out `_astro`. */
export async function writeHostingFiles(folder: string, site: Site, removed: Removed): Promise<void> {
  const moves = movesOf(site, removed);
  await mkdir(join(folder, '.hosting'), { recursive: true });
  const files = {
    '.nojekyll': '',
    _headers: headersFile(site.routes.base),
    _redirects: redirectsFile(moves),
    '.hosting/nginx-moves.conf': nginxMoves(moves),
    '.hosting/caddy-moves.conf': caddyMoves(moves),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/**
 * Returns the old URLs that a server can redirect. A server never receives a fragment; the browser keeps it on the new URL. If the new page
 * lacks one of the old fragments, the page at the old URL stays, and its script redirects each fragment. A fragment that redirects to the new
 * page as a whole does not count.
 */
export function movesOf(site: Site, removed: Removed): Move[] {
  const index = site.locales[0]!.index;
  return movedPages(removed, site).flatMap((page): Move[] => {
    const from = hrefOf(site.routes, page.lang, page.path);
    if (page.withdrawal) return [{ from, status: 410 }];
    const locale = site.locales.find(({ lang }) => lang === page.lang);
    const to = locale?.index.get(page.to ?? '')?.href ?? index.get(page.to ?? '')?.href;
    if (!to || !keepsFragments(page, to, (address) => (locale?.index ?? index).get(address)?.href)) return [];
    return [{ from, status: 301, to }];
  });
}

const keepsFragments = ({ fragments }: MovedPage, to: string, hrefAt: (address: string) => string | undefined): boolean =>
  !to.includes('#') && [...fragments].every(([name, address]) => [to, `${to}#${name}`].includes(hrefAt(address) ?? ''));

/** A server does not gain from a compressed file below this size, in bytes. */
const SMALLEST = 1000;

/** Writes compressed versions beside each text file, at the highest level, for a server that sends such files. */
export async function precompress(folder: string): Promise<void> {
  for (const file of await listFiles(folder)) {
    if (!COMPRESSED.includes(extensionOf(file)) || file.startsWith('.hosting/')) continue;
    const whole = await readFile(join(folder, file));
    if (whole.length < SMALLEST) continue;
    const [gz, br] = await Promise.all([promisify(gzip)(whole, { level: 9 }), promisify(brotliCompress)(whole)]);
    await writeFile(join(folder, `${file}.gz`), gz);
    await writeFile(join(folder, `${file}.br`), br);
  }
}
