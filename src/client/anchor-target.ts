import { decoded } from './decoded.ts';
import { wordsOf } from './quotation.ts';

/** The target of an anchor link: a page, a section or a block, with the data for the menu. */
export interface AnchorTarget {
  /** `setup.options.2` */
  address: string;
  url: string;
  share: string;
  /** The titles of the page and the section. */
  title: string;
  /** The elements of the target, in order. */
  elements: Element[];
}

/**
 * Reads the target of an anchor link. `page` is the address of the page, `share` the URL of the folder of share pages. Unless `blocks` is set, the
 * URL to share for a block is the share page of its section with the fragment of the block. A passage without a share page shares its own URL. A link
 * to a passage of another page has the address, the title and the share page as data attributes.
 */
export function anchorTarget(link: HTMLAnchorElement, { page = '', share, blocks }: DOMStringMap): AnchorTarget {
  const url = new URL(link.href);
  url.search = '';
  const id = decoded(url.hash.slice(1));
  const { address = joinAddress(page, id), title = titleOf(link, id.replace(/\.\d+$/, '')) } = link.dataset;
  const section = blocks === undefined || id === 'intro' ? sectionOf(id) : id;
  const shared = section === id ? `${share}${address}/` : section ? `${share}${joinAddress(page, section)}/${url.hash}` : url.href;
  return {
    address,
    url: url.href,
    share: new URL(link.dataset.share ?? (share ? shared : url.href), url).href,
    title,
    elements: elementsOf(link, id),
  };
}

/** Returns the section whose share page a passage uses; empty for the page, its intro and its notes, and for the texts of a source. */
const sectionOf = (id: string): string => (document.body.matches('.source') || /^(?:intro|fn-)/.test(id) ? '' : id.replace(/\.\d+$/, ''));

const joinAddress = (page: string, id: string): string => [page, id].filter(Boolean).join('.');

/** Returns the title of the page with that of the section or the term, or with the label of a paragraph of a law. */
function titleOf(link: Element, section: string): string {
  const page = wordsOf(document.querySelector('h1')!);
  const named = document.getElementById(section);
  // A term is followed by its translation.
  const heading = named?.querySelector(':scope:is(dt) > a:not(.anchor-link)') ?? named;
  const title = named?.matches('h2, h3, h4, dt') ? wordsOf(heading!) : link.closest('.paragraph')?.querySelector('.label')?.textContent;
  return title ? `${page}${/[?!]$/.test(page) ? '' : ':'} ${title}` : page;
}

function elementsOf(link: Element, id: string): Element[] {
  const heading = link.closest('h1, h2, h3, h4');
  if (!heading) {
    const term = link.closest('dt');
    const definition = term?.nextElementSibling;
    return definition ? [definition.querySelector('p') ?? definition] : [link.closest('.difference, [id]')!];
  }
  const blocks = id ? [...document.querySelectorAll(`[id^="${CSS.escape(id)}."]`)] : [];
  if (blocks.length > 0) return blocks;
  // On the page of a source, the title is followed by the facts, and these by the summary.
  const next = heading.matches('.source h1') ? document.querySelector('main .prose > p:not(.work)') : heading.nextElementSibling;
  if (!next?.matches('p')) return [heading];
  return next.matches('.summary') || heading.matches('.source h1') ? [next] : [heading, next];
}
