/** Writes the share pages, their cards and the oEmbed records of pages. They do not pass through Astro, because there are too many. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { renderMissing } from '../cards/card-cache.ts';
import type { Href } from '../model/address.ts';
import type { Site } from '../model/site.ts';
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

/** Writes the files one after the other, because writing thousands at once exceeds the limit of open files. */
export async function writeShares({ shares, base, frames }: ShareInput, folder: string): Promise<void> {
  const cards = await renderMissing(shares.flatMap(({ card }) => (card ? [card.says] : [])));
  const root = resolve(folder);
  const fileOf = (href: Href, name: string): string => {
    const path = resolve(root, href.slice(base.length), name);
    if (!path.startsWith(root + sep)) throw new Error(`The share page ${href} would be written outside of the output.`);
    return path;
  };
  mkdirSync(join(folder, 's'), { recursive: true });
  writeFileSync(join(folder, 's/forward.js'), FORWARD);
  for (const share of shares) {
    const { lang, href, card } = share;
    const frame = frames[lang]!;
    mkdirSync(fileOf(href, ''), { recursive: true });
    writeFileSync(fileOf(href, 'index.html'), sharePage(share, frame));
    if (share.isPage) writeFileSync(fileOf(href, 'oembed.json'), `${JSON.stringify(oembed(share, frame))}\n`);
    if (card?.at === href) copyFileSync(cards.pathOf(card.says), fileOf(href, 'card.png'));
  }
}
