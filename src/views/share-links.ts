/** Share pages: one per page, section, note and node, so that a chat previews the shared passage. */
import { cardHash, type Card } from '../cards/card.ts';
import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from '../model/address-index.ts';
import { hrefOf, type Address, type Href } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { excerptOf, type ExcerptStrings } from './excerpts.ts';
import { beginning, clip, opening } from './sentences.ts';

export interface Share {
  lang: string;
  /** The URL of the share page. */
  href: Href;
  /** The URL that it redirects to. */
  to: Href;
  title: string;
  description: string;
  /** Its card; undefined if the site has none. */
  card: Picture | undefined;
}

/** The content of a card, the share page with its file, and its URL, which contains a hash because chat software caches images. */
export interface Picture {
  says: Card;
  at: Href;
  href: Href;
}

/** A removed page, section, note or node and its target. A block has no share page. */
export interface Moved {
  lang: string;
  address: Address;
  to: Address;
}

/** Returns the UI strings of a language. */
export type ExcerptStringsOf = (lang: string) => ExcerptStrings;

/** Maximum length of a description in characters. No chat software shows more. */
const DESCRIPTION = 280;
/** A sentence with fewer characters is too short alone. */
const LITTLE = 60;

/** Lists the share pages of a site: of each page, section, note, node, source and point, and of moved ones. */
export function sharesOf(site: Site, wording: ExcerptStringsOf, moved: readonly Moved[] = []): Share[] {
  return site.locales.flatMap((locale) => {
    const shares = new Map<Href, Share>();
    for (const target of locale.index.targets.values()) {
      if (isShared(locale, target)) shares.set(shareHref(site, locale, target), shareOf(site, locale, target, wording));
    }
    for (const { lang, address, to } of moved) {
      const heir = locale.index.get(to);
      const href = hrefOf(site.routes, lang, `s/${address}/`);
      if (lang === locale.lang && heir && !shares.has(href)) {
        shares.set(href, { ...shareOf(site, locale, shareTarget(locale, heir), wording), href, to: heir.href });
      }
    }
    return [...shares.values()];
  });
}

/**
 * Returns the URL of the share page of a target, in the language of its text. A block has that of its section with its own fragment: the
 * chat previews the section, and the link opens the block. The intro of a page has that of the page.
 */
export function shareHref({ routes }: Pick<Site, 'routes'>, locale: Locale, target: Target): Href {
  const { address } = shareTarget(locale, target);
  const fragment = address === target.address ? '' : target.href.replace(/^[^#]*/, '');
  return `${hrefOf(routes, langOf(locale, target), `s/${address}/`)}${fragment}`;
}

/** Returns the card of a target, in the language of its text; undefined if the site has none. */
export function pictureOf({ data, routes, locales }: Site, locale: Locale, target: Target, wording: ExcerptStringsOf): Picture | undefined {
  if (data.cards === 'none') return undefined;
  const lang = langOf(locale, target);
  const own = locales.find((one) => one.lang === lang) ?? locale;
  const place =
    data.cards === 'sections' && target.kind !== 'paragraph' && target.kind !== 'quote' ? shareTarget(own, target) : own.index.get(target.entry)!;
  const { text, ...rest } = excerptOf(own, place, wording(lang));
  const says = { lang, site: own.pick(data.title), ...rest, description: opening(text, LITTLE) };
  const at = shareHref({ routes }, own, place);
  return { says, at, href: `${at}card.png?v=${cardHash(says).slice(0, 8)}` };
}

function shareOf(site: Site, locale: Locale, target: Target, wording: ExcerptStringsOf): Share {
  const { title, context, text } = excerptOf(locale, target, wording(locale.lang));
  const [short, long] = [opening(text, LITTLE), beginning(text, DESCRIPTION)];
  return {
    lang: locale.lang,
    href: shareHref(site, locale, target),
    to: target.href,
    title: context && target.address !== target.entry ? `${title} · ${context}` : title,
    description: clip(short.length > long.length ? short : long, DESCRIPTION),
    card: pictureOf(site, locale, target, wording),
  };
}

/** Whether the locale has a share page for the target: only the language of the text has. */
function isShared(locale: Locale, target: Target): boolean {
  return shareTarget(locale, target) === target && langOf(locale, target) === locale.lang;
}

/** Returns the target whose share page a target uses: itself; for a block, its section; for an intro, the page. */
function shareTarget({ index }: Locale, target: Target): Target {
  const { address, entry } = target;
  const [, section = address.slice(entry.length + 1)] = /^(.+)\.\d+$/.exec(address.slice(entry.length + 1)) ?? [];
  const found = index.get(section && section !== INTRO ? `${entry}.${section}` : entry);
  return found ?? target;
}

const langOf = ({ pages, trees, lang }: Locale, { entry }: Target): string => (pages.get(entry) ?? trees.get(entry))?.lang ?? lang;
