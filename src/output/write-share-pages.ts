/** Writes the share pages, their cards and the oEmbed records of pages into the built folder. They do not pass through Astro, because there are too many. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { renderMissing, type RenderedCards } from '../cards/card-cache.ts';
import type { Href } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import { FORWARD, oembed, sharePage } from '../views/share-page-html.ts';
import { sharesOf, type Moved, type Share, type ExcerptStringsOf } from '../views/share-links.ts';

/** A page in the built folder, and the paths of this site in it. */
export interface WrittenPage {
  file: string;
  links: string[];
}

/**
 * Starts rendering the cards while the build goes on. Returns a function that writes the share pages into the built folder and returns
 * them; call it after the steps that read the pages, which must not see them. `address` overrides that of site.yaml.
 */
export function prepareShares(
  site: Site,
  wording: ExcerptStringsOf,
  { address = '', moved = [] }: { address?: string; moved?: readonly Moved[] } = {},
): (folder: string) => Promise<WrittenPage[]> {
  const shares = sharesOf(site, wording, moved);
  const origin = (address || site.data.address).replace(/\/$/, '');
  const painting = renderMissing(shares.flatMap(({ card }) => (card ? [card.says] : [])));
  // Prevents an unhandled rejection; the `await` below throws the error.
  painting.catch(() => undefined);
  return async (folder) => {
    return writeShares(site, origin, shares, await painting, folder);
  };
}

/** Writes the files one after the other, because writing thousands at once exceeds the limit of open files. */
function writeShares({ data, routes }: Site, origin: string, shares: readonly Share[], cards: RenderedCards, folder: string): WrittenPage[] {
  const root = resolve(folder);
  const fileOf = (href: Href, name: string): string => {
    const path = resolve(root, href.slice(routes.base.length), name);
    if (!path.startsWith(root + sep)) throw new Error(`The share page ${href} would be written outside of the output.`);
    return path;
  };
  const common = { origin, script: `${routes.base}s/forward.js`, icon: `${routes.base}favicon.svg`, home: routes.base };
  mkdirSync(join(folder, 's'), { recursive: true });
  writeFileSync(join(folder, 's/forward.js'), FORWARD);
  return shares.map((share) => {
    const { lang, href, to, card } = share;
    const frame = { ...common, site: data.title[lang] ?? Object.values(data.title)[0]! };
    mkdirSync(fileOf(href, ''), { recursive: true });
    writeFileSync(fileOf(href, 'index.html'), sharePage(share, frame));
    if (share.isPage) writeFileSync(fileOf(href, 'oembed.json'), `${JSON.stringify(oembed(share, frame))}\n`);
    if (card?.at === href) copyFileSync(cards.pathOf(card.says), fileOf(href, 'card.png'));
    const file = `${href.slice(routes.base.length)}index.html`;
    return { file, links: [to, common.icon, common.script, ...(card ? [card.href.replace(/\?.*/, '')] : [])] };
  });
}
