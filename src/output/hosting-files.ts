/** Files of the output that are for the host, not for readers. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { headersFile } from '../hosting/headers-file.ts';
import { COMPRESSED, extensionOf } from '../hosting/headers.ts';
import { caddyMoves, nginxMoves, redirectsFile, type Move } from '../hosting/redirects-file.ts';
import { hrefOf } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import { movedPages, type MovedPage, type Removed } from '../permalinks/removed.ts';
import { contentDate } from '../views/path-summary.ts';
import { reportLink } from '../views/report-link.ts';
import { listFiles } from './inventory.ts';

/**
 * Writes what static hosts and servers read: headers, redirects, an empty file that keeps GitHub Pages from leaving out `_astro`, and at the
 * root of a host `security.txt` (RFC 9116). `address` overrides that of site.yaml.
 */
export async function writeHostingFiles(folder: string, site: Site, removed: Removed, address = site.data.address): Promise<void> {
  const moves = movesOf(site, removed);
  const contact = site.routes.base === '/' ? securityTxt(site, address.replace(/\/$/, '')) : undefined;
  await mkdir(join(folder, '.hosting'), { recursive: true });
  if (contact) await mkdir(join(folder, '.well-known'), { recursive: true });
  const files = {
    '.nojekyll': '',
    _headers: headersFile(site.routes.base),
    _redirects: redirectsFile(moves),
    '.hosting/nginx-moves.conf': nginxMoves(moves),
    '.hosting/caddy-moves.conf': caddyMoves(moves),
    ...(contact && { '.well-known/security.txt': contact }),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

/**
 * Returns security.txt, with the contact for errors; undefined if the site has none. It expires a year after the date of the content, because a build
 * does not use the clock.
 */
export function securityTxt({ data, locales, routes }: Site, origin: string): string | undefined {
  if (!data.report) return undefined;
  const expires = new Date(contentDate(locales[0]!));
  expires.setUTCFullYear(expires.getUTCFullYear() + 1);
  const contact = data.report.startsWith('mailto:') ? data.report : reportLink(data, 'security.txt', `${origin}/`)!;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    `Preferred-Languages: ${routes.languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n');
}

/**
 * Returns the old URLs that a server can redirect. A server never receives a fragment; the browser keeps it on the new URL. If the new page lacks one
 * of the old fragments, the page at the old URL stays, and its script redirects each fragment. A fragment that redirects to the whole new page does
 * not need the script.
 */
function movesOf(site: Site, removed: Removed): Move[] {
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
  for (const file of listFiles(folder)) {
    if (!COMPRESSED.includes(extensionOf(file)) || file.startsWith('.hosting/')) continue;
    const whole = await readFile(join(folder, file));
    if (whole.length < SMALLEST) continue;
    const [gz, br] = await Promise.all([promisify(gzip)(whole, { level: 9 }), promisify(brotliCompress)(whole)]);
    await writeFile(join(folder, `${file}.gz`), gz);
    await writeFile(join(folder, `${file}.br`), br);
  }
}
