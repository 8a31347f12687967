/** Share pages, their pictures and their oEmbed records, written straight into the built folder: there are too many of them to pass through Astro. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { renderMissing, type RenderedCards } from '../cards/card-cache.ts';
import type { Href } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import { FORWARD, oembed, sharePage } from '../views/share-page-html.ts';
import { sharesOf, type Moved, type Share, type ExcerptStringsOf } from '../views/share-links.ts';

/**
 * Begin to paint the cards of a site, beside whatever the build does meanwhile. What is given back writes the share pages into
 * the built folder and tells how many there are; call it when what reads the pages has done so, since these are not for readers.
 * `address` comes before that of site.yaml.
 */
export function prepareShares(
  site: Site,
  wording: ExcerptStringsOf,
  { address = '', moved = [] }: { address?: string; moved?: readonly Moved[] } = {},
): (folder: string) => Promise<number> {
  const shares = sharesOf(site, wording, moved);
  const origin = (address || site.data.address).replace(/\/$/, '');
  const painting = renderMissing(shares.flatMap(({ card }) => (card ? [card.says] : [])));
  // An error is told to whoever waits for it below, not to the process at large.
  painting.catch(() => undefined);
  return async (folder) => {
    writeShares(site, origin, shares, await painting, folder);
    return shares.length;
  };
}

/** Written one after the other: thousands of small files at once would use up the files that a process may have open. */
function writeShares({ data, routes }: Site, origin: string, shares: readonly Share[], cards: RenderedCards, folder: string): void {
  const root = resolve(folder);
  const fileOf = (href: Href, name: string): string => {
    const path = resolve(root, href.slice(routes.base.length), name);
    if (!path.startsWith(root + sep)) throw new Error(`The share page ${href} would be written outside of the output.`);
    return path;
  };
  const common = { origin, script: `${routes.base}s/forward.js`, icon: `${routes.base}favicon.svg`, home: routes.base };
  mkdirSync(join(folder, 's'), { recursive: true });
  writeFileSync(join(folder, 's/forward.js'), FORWARD);
  for (const share of shares) {
    const { lang, href, card } = share;
    const frame = { ...common, site: data.title[lang] ?? Object.values(data.title)[0]! };
    mkdirSync(fileOf(href, ''), { recursive: true });
    writeFileSync(fileOf(href, 'index.html'), sharePage(share, frame));
    writeFileSync(fileOf(href, 'oembed.json'), `${JSON.stringify(oembed(share, frame))}\n`);
    if (card?.at === href) copyFileSync(cards.pathOf(card.says), fileOf(href, 'card.png'));
  }
}
