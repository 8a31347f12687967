import { decoded } from './decoded.ts';
import { wordsOf } from './quotation.ts';

/** The target of an anchor link: a page, a section or a block, with what the menu can copy. */
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
 * Reads the target of an anchor link. `page` is the address of the page, `share` the URL of the folder of share pages; without it, a link
 * shares its own URL. Unless `blocks` is set, a block shares the page of its section, and a text that would share the page shares its own URL.
 * A link to a passage of another page has the address, the title and the share page of that passage itself.
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

/** The section whose share page a passage has; empty for the page. The texts of a source share its page. */
const sectionOf = (id: string): string => (document.body.matches('.source') || /^(?:intro|fn-)/.test(id) ? '' : id.replace(/\.\d+$/, ''));

const joinAddress = (page: string, id: string): string => [page, id].filter(Boolean).join('.');

/** The title of the page, and of the section or the term, or the label of the paragraph of a law. */
function titleOf(link: Element, section: string): string {
  const page = wordsOf(document.querySelector('h1')!);
  const named = document.getElementById(section);
  const title = named?.matches('h2, h3, h4, dt') ? wordsOf(named) : link.closest('.paragraph')?.querySelector('.label')?.textContent;
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
  const next = heading.nextElementSibling;
  if (!next?.matches('p')) return [heading];
  return next.matches('.summary') ? [next] : [heading, next];
}
