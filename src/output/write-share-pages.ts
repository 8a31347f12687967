/** Writes the share pages, their cards and the oEmbed records of pages. They do not pass through Astro, because there are too many. */
import { readFileSync } from 'node:fs';
import { renderMissing } from '../cards/card-cache.ts';
import type { Href } from '../model/address.ts';
import type { Site } from '../model/site.ts';
import type { ReusedFolder } from './reused-folder.ts';
import { FORWARD, oembed, sharePage, type Frame } from '../views/share-page-html.ts';
import { sharesOf, type Moved, type Share, type ExcerptStringsOf } from '../views/share-links.ts';

/** A page in the built folder, and the paths of this site in it. */
interface WrittenPage {
  file: string;
  links: string[];
}

/** The share pages of a site, as plain data for a worker thread. */
export interface ShareInput {
  shares: Share[];
  base: string;
  /** The data that the share pages of a language have in common. */
  frames: Record<string, Frame>;
}

/** Lists the share pages. `address` overrides that of site.yaml. */
export function shareInput(
  site: Site,
  wording: ExcerptStringsOf,
  { address = '', moved = [] }: { address?: string; moved?: readonly Moved[] } = {},
): ShareInput {
  const { data, routes } = site;
  const origin = (address || data.address).replace(/\/$/, '');
  const common = { origin, script: `${routes.base}s/forward.js`, icon: `${routes.base}favicon.svg`, home: routes.base };
  const frames = routes.languages.map((lang) => [lang, { ...common, site: data.title[lang] ?? Object.values(data.title)[0]! }]);
  return { shares: sharesOf(site, wording, moved), base: routes.base, frames: Object.fromEntries(frames) as Record<string, Frame> };
}

/** Returns the pages that `writeShares` writes. */
export const sharePages = ({ shares, base, frames }: ShareInput): WrittenPage[] =>
  shares.map(({ lang, href, to, card }) => {
    const { icon, script } = frames[lang]!;
    return { file: `${href.slice(base.length)}index.html`, links: [to, icon, script, ...(card ? [card.href.replace(/\?.*/, '')] : [])] };
  });

/** Writes the files. Returns the SHA-256 of each. */
export async function writeShares({ shares, base, frames }: ShareInput, folder: ReusedFolder): Promise<Map<string, string>> {
  const cards = await renderMissing(shares.flatMap(({ card }) => (card ? [card.says] : [])));
  const fileOf = (href: Href, name: string): string => href.slice(base.length) + name;
  folder.write('s/forward.js', FORWARD);
  for (const share of shares) {
    const { lang, href, card } = share;
    const frame = frames[lang]!;
    folder.write(fileOf(href, 'index.html'), sharePage(share, frame));
    if (share.isPage) folder.write(fileOf(href, 'oembed.json'), `${JSON.stringify(oembed(share, frame))}\n`);
    if (card?.at === href) folder.write(fileOf(href, 'card.png'), readFileSync(cards.pathOf(card.says)));
  }
  return folder.written;
}
