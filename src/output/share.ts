/** Which share pages there are, and what each says. One link a passage, so that a chat shows the passage and not the page. */
import type { Card } from '../cards/card.ts';
import { INTRO } from '../markdown/block-ids.ts';
import type { Target } from '../model/address-index.ts';
import { hrefOf, type Address, type Href } from '../model/address.ts';
import type { Edition } from '../model/edition.ts';
import type { Site } from '../model/site.ts';
import { passageOf } from './passages.ts';
import { beginning, clip, opening } from './sentences.ts';

export interface Share {
  lang: string;
  /** Where the share page stands. */
  href: Href;
  /** Where it leads. */
  to: Href;
  title: string;
  description: string;
  /** What its picture says, and the share page at which that picture stands; absent when the base has none. */
  card: { says: Card; href: Href } | undefined;
}

/** A page, section, note or node that is no more, and the living place where its address lands. A paragraph has no share page. */
export interface Moved {
  lang: string;
  address: Address;
  to: Address;
}

/** The most signs of a description: more is not shown anywhere. */
const DESCRIPTION = 280;
/** A sentence shorter than this says too little alone. */
const LITTLE = 60;

/** List the share pages of a site: of each page, section, note, node, source and point, and of those that moved. */
export function sharesOf(site: Site, moved: readonly Moved[] = []): Share[] {
  return site.editions.flatMap((edition) => {
    const shares = new Map<Href, Share>();
    for (const target of edition.index.targets.values()) {
      if (isShared(edition, target)) shares.set(shareHref(site, edition, target), shareOf(site, edition, target));
    }
    for (const { lang, address, to } of moved) {
      const heir = edition.index.get(to);
      const href = hrefOf(site.places, lang, `s/${address}/`);
      if (lang === edition.lang && heir && !shares.has(href)) {
        shares.set(href, { ...shareOf(site, edition, home(edition, heir)), href, to: heir.href });
      }
    }
    return [...shares.values()];
  });
}

/**
 * Give the URL of the share page of a place, in the language of its text. A paragraph has that of its section, with itself as
 * the fragment: a reader is led to it, and a chat shows the section. The opening of a page has that of the page.
 */
export function shareHref({ places }: Pick<Site, 'places'>, edition: Edition, target: Target): Href {
  const { address } = home(edition, target);
  const fragment = address === target.address ? '' : target.href.replace(/^[^#]*/, '');
  return `${hrefOf(places, langOf(edition, target), `s/${address}/`)}${fragment}`;
}

/** Give the URL of the picture of a place, or undefined when the base has none. */
export function cardHref(site: Pick<Site, 'places' | 'data'>, edition: Edition, target: Target): Href | undefined {
  const pictured = picturedBy(site, edition, target);
  return pictured && `${shareHref(site, edition, pictured)}card.png`;
}

function shareOf(site: Site, edition: Edition, target: Target): Share {
  const { title, within, text } = passageOf(edition, target);
  const pictured = picturedBy(site, edition, target);
  return {
    lang: langOf(edition, target),
    href: shareHref(site, edition, target),
    to: target.href,
    title: within && target.address !== target.entry ? `${title} · ${within}` : title,
    description: clip(longer(beginning(text, DESCRIPTION), opening(text, LITTLE)), DESCRIPTION),
    card: pictured && { says: cardOf(site, edition, pictured), href: shareHref(site, edition, pictured) },
  };
}

const longer = (one: string, other: string): string => (one.length < other.length ? other : one);

function cardOf({ data }: Site, edition: Edition, target: Target): Card {
  const { text, ...rest } = passageOf(edition, target);
  return { site: data.title[edition.lang] ?? Object.values(data.title)[0]!, ...rest, sentence: opening(text, LITTLE) };
}

/** Name the place whose picture a share page shows. */
function picturedBy({ data }: Pick<Site, 'data'>, edition: Edition, target: Target): Target | undefined {
  if (data.cards === 'none') return undefined;
  return data.cards === 'sections' ? home(edition, target) : edition.index.get(target.entry);
}

/** A share page belongs to a language that has the text itself. */
function isShared(edition: Edition, target: Target): boolean {
  return home(edition, target) === target && langOf(edition, target) === edition.lang;
}

/** Find the place whose share page a place uses: its own, or for a paragraph that of its section, for the opening that of the page. */
function home({ index }: Edition, target: Target): Target {
  const { address, entry } = target;
  const [, section = address.slice(entry.length + 1)] = /^(.+)\.\d+$/.exec(address.slice(entry.length + 1)) ?? [];
  const found = index.get(section && section !== INTRO ? `${entry}.${section}` : entry);
  return found ?? target;
}

const langOf = ({ pages, trees, lang }: Edition, { entry }: Target): string => (pages.get(entry) ?? trees.get(entry))?.lang ?? lang;
