import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { shareHref } from './share-links.ts';

/** An address of the site, for programs. */
export interface EntryListItem {
  id: string;
  kind: string;
  lang: string;
  title: string;
  url: string;
  /** The URL of its share page. */
  share: string;
  covers?: string[];
  certainty?: string;
}

/** Lists every page, section, note, tree node and source with its address and URL. `origin` has no trailing slash. */
export function entryList(site: Site, origin: string): EntryListItem[] {
  return site.locales.flatMap((locale) => entriesOf(site, locale, origin));
}

function entriesOf(site: Site, locale: Locale, origin: string): EntryListItem[] {
  const { lang, index, pages, trees, coverage } = locale;
  const points = new Map<string, string[]>();
  for (const [point, targets] of coverage) for (const { address } of targets) points.set(address, [...(points.get(address) ?? []), point]);
  return [...index.targets.values()]
    .filter(({ address, entry }) => !/\.\d+$/.test(address.slice(entry.length)) && ((pages.get(entry) ?? trees.get(entry))?.lang ?? lang) === lang)
    .map((target) => {
      const { address, kind, title, href, entry } = target;
      const certainty = address === entry ? pages.get(entry)?.data.certainty : undefined;
      const covers = points.get(address);
      const share = `${origin}${shareHref(site, locale, target)}`;
      return { id: address, kind, lang, title, url: `${origin}${href}`, share, ...(covers ? { covers } : {}), ...(certainty ? { certainty } : {}) };
    });
}
