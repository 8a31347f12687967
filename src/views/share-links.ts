/**
 * Share pages: one per page, section and node, so that a chat shows a preview of the passage. A block uses the share page of its section, with the
 * fragment of the block. A note or a paragraph of a source shares its own URL, which has the card of its page, so that the link also works without
 * scripts. With “social-cards: passages” each of them has a share page.
 */
import { cardHash, type Card } from '../cards/card.ts';
import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from '../model/address-index.ts';
import { hrefOf, type Address, type Href } from '../model/address.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { excerptOf, type ExcerptStrings } from './excerpts.ts';
import { beginning, clip, opening, sentencesOf } from './sentences.ts';

export interface Share {
  lang: string;
  /** The URL of the share page. */
  href: Href;
  /** The URL that it redirects to. */
  to: Href;
  /** Whether the target is a whole page. Only the share page of a whole page has an oEmbed record. */
  isPage: boolean;
  title: string;
  description: string;
  /** Its card; undefined if the site has none. */
  card: Picture | undefined;
}

/**
 * The content of a card, the URL of the share page whose folder contains the file of the card, and the URL of the card. The latter contains a hash,
 * because chat software caches images.
 */
export interface Picture {
  says: Card;
  at: Href;
  href: Href;
}

/** A removed page or passage and its target. */
export interface Moved {
  lang: string;
  address: Address;
  to: Address;
}

/** Returns the UI strings of a language. */
export type ExcerptStringsOf = (lang: string) => ExcerptStrings;

/** The number of a block, at the end of its address. */
const BLOCK = /\.\d+$/;
/** Kinds of text without a share page, unless every block has one. */
const IN_PAGE = new Set<string>(['note', 'paragraph', 'quote']);
/** Maximum length of a description in characters. No chat software shows more. */
const DESCRIPTION = 280;
/** A sentence with fewer characters is too short alone. */
const LITTLE = 60;

/** Lists the share pages of a site: for each page and passage, and for each moved page and passage. */
export function sharesOf(site: Site, wording: ExcerptStringsOf, moved: readonly Moved[] = []): Share[] {
  return site.locales.flatMap((locale) => {
    const shares = new Map<Href, Share>();
    for (const target of locale.index.targets.values()) {
      if (isShared(site, locale, target)) shares.set(shareHref(site, locale, target), shareOf(site, locale, target, wording));
    }
    for (const { lang, address, to } of moved) {
      const target = locale.index.get(to);
      const href = hrefOf(site.routes, lang, `s/${address}/`);
      if (lang === locale.lang && target && !shares.has(href)) {
        shares.set(href, { ...shareOf(site, locale, shareTarget(site, locale, target), wording), href, to: target.href });
      }
    }
    return [...shares.values()];
  });
}

/** Whether every block of a text has a share page of its own. */
export const hasBlocks = ({ data }: Pick<Site, 'data'>): boolean => data['social-cards'] === 'passages';

/** Returns the URL to share for a target: its share page in the language of its text. For the intro of a page, that is the share page of the page. */
export function shareHref(site: Pick<Site, 'data' | 'routes'>, locale: Locale, target: Target): Href {
  const { address } = shareTarget(site, locale, target);
  const href = hrefOf(site.routes, langOf(locale, target), `s/${address}/`);
  const isWhole = address === target.address || target.address === `${target.entry}.${INTRO}`;
  if (!isWhole && address === target.entry) return target.href;
  return isWhole ? href : (`${href}${target.href.slice(target.href.indexOf('#'))}` as Href);
}

/** Returns the card of a target, in the language of its text; undefined if the site has none. */
export function pictureOf(site: Site, locale: Locale, target: Target, wording: ExcerptStringsOf): Picture | undefined {
  const { data, locales } = site;
  if (data['social-cards'] === 'none') return undefined;
  const lang = langOf(locale, target);
  const own = locales.find((one) => one.lang === lang) ?? locale;
  const place = cardTarget(site, own, target);
  const { text, ...rest } = excerptOf(own, place, wording(lang));
  // The card of a page or a block has as much of the text as fits, because the conditions of an answer belong to it.
  const isWhole = own.pages.has(place.entry) && (place.address === place.entry || isBlock(place));
  const sentences = sentencesOf(text);
  const description = isWhole ? clip(beginning(sentences, DESCRIPTION), DESCRIPTION) : opening(sentences, LITTLE);
  const says = { lang, site: own.pick(data.title), ...rest, description };
  const at = shareHref(site, own, place);
  return { says, at, href: `${at}card.png?v=${cardHash(says).slice(0, 8)}` };
}

/** Returns the target whose card is used for a target. */
const cardTarget = (site: Site, locale: Locale, target: Target): Target =>
  site.data['social-cards'] === 'pages' ? locale.index.get(target.entry)! : shareTarget(site, locale, target);

/** Whether a target is a block of a page. */
const isBlock = ({ address, entry, kind }: Target): boolean => kind === 'section' && BLOCK.test(address.slice(entry.length));

function shareOf(site: Site, locale: Locale, target: Target, wording: ExcerptStringsOf): Share {
  const { title, context, text } = excerptOf(locale, target, wording(locale.lang));
  const [, number] = (isBlock(target) && /\.(\d+)$/.exec(target.address)) || [];
  const sentences = sentencesOf(text);
  const [short, long] = [opening(sentences, LITTLE), beginning(sentences, DESCRIPTION)];
  return {
    lang: locale.lang,
    href: shareHref(site, locale, target),
    to: target.href,
    isPage: target.address === target.entry,
    title: [number ? `${title} ¶\u00a0${number}` : title, target.address !== target.entry && context !== title && context]
      .filter(Boolean)
      .join(' · '),
    description: clip(short.length > long.length ? short : long, DESCRIPTION),
    card: pictureOf(site, locale, target, wording),
  };
}

/** Whether the locale has a share page for the target. Only the locale in the language of the text has one. */
function isShared(site: Site, locale: Locale, target: Target): boolean {
  return shareTarget(site, locale, target) === target && langOf(locale, target) === locale.lang;
}

/** Returns the target whose share page a target uses: itself; for an intro, its page; for a text without a share page, its section or page. */
function shareTarget(site: Pick<Site, 'data'>, { index }: Locale, target: Target): Target {
  const page = index.get(target.entry)!;
  if (target.address === `${target.entry}.${INTRO}`) return page;
  if (hasBlocks(site) || !(isBlock(target) || IN_PAGE.has(target.kind))) return target;
  const section = index.get(target.address.replace(BLOCK, ''));
  return !section || IN_PAGE.has(target.kind) || section.address === `${target.entry}.${INTRO}` ? page : section;
}

const langOf = ({ pages, trees, lang }: Locale, { entry }: Target): string => (pages.get(entry) ?? trees.get(entry))?.lang ?? lang;
