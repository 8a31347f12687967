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

/** Reads the target of an anchor link. `page` is the address of the page, `share` the URL of the folder of share pages. */
export function anchorTarget(link: HTMLAnchorElement, { page = '', share = '' }: DOMStringMap): AnchorTarget {
  const url = new URL(link.href);
  url.search = '';
  const id = decodeURIComponent(url.hash.slice(1));
  // A block uses the share page of its section, the introduction that of the page.
  const section = id.replace(/\.\d+$/, '');
  const shared = section === 'intro' ? page : joinAddress(page, section);
  const sharing = new URL(`${share}${shared}/`, url);
  if (section !== id) sharing.hash = id;
  return {
    address: joinAddress(page, id),
    url: url.href,
    share: sharing.href,
    title: titleOf(section),
    elements: elementsOf(link, id),
  };
}

/** Returns the text of an element for a quotation: without anchor links, footnote numbers, statuses and links to further reading. */
export function quotationOf(element: Element): string {
  if (element.matches('figure')) return element.ariaLabel ?? element.querySelector('title')?.textContent ?? '';
  if (element instanceof HTMLTableElement) return [...element.rows].map((row) => [...row.cells].map(quotationOf).join(' | ')).join('\n');
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.anchor-link:empty, sup, [data-footnote-backref], .see-also, .status, .label')) extra.remove();
  return copy
    .textContent!.replace(/\s+/g, ' ')
    .replace(/\(\s+|\s+(?=[).,;])/g, (gap) => gap.trim())
    .trim();
}

const joinAddress = (page: string, id: string): string => [page, id].filter(Boolean).join('.');

function titleOf(section: string): string {
  const page = quotationOf(document.querySelector('h1')!);
  const heading = document.getElementById(section);
  if (!heading?.matches('h2, h3, h4')) return page;
  return `${page}${/[?!]$/.test(page) ? '' : ':'} ${quotationOf(heading)}`;
}

function elementsOf(link: Element, id: string): Element[] {
  const heading = link.closest('h1, h2, h3, h4');
  if (!heading) return [link.closest('dt')?.nextElementSibling?.querySelector('p') ?? link.closest('[id]')!];
  const blocks = id ? [...document.querySelectorAll(`[id^="${CSS.escape(id)}."]`)] : [];
  if (blocks.length > 0) return blocks;
  const next = heading.nextElementSibling;
  if (!next?.matches('p')) return [heading];
  return next.matches('.summary') ? [next] : [heading, next];
}
