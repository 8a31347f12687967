/** What can be said of the passage at a mark, read from the page. */
export interface Passage {
  /** `extraction.definition.2` */
  address: string;
  url: string;
  share: string;
  /** The page and the section it stands in. */
  title: string;
  /** The elements that make it up, in order. */
  elements: Element[];
}

/** Read the passage at a mark. `page` is the address of the page, `share` the URL of the folder of share pages. */
export function passageAt(mark: HTMLAnchorElement, { page = '', share = '' }: DOMStringMap): Passage {
  const url = new URL(mark.href);
  url.search = '';
  const id = decodeURIComponent(url.hash.slice(1));
  // A block has the share page of its section, and the opening of a page that of the page.
  const section = id.replace(/\.\d+$/, '');
  const home = section === 'intro' ? page : dotted(page, section);
  const sharing = new URL(`${share}${home}/`, url);
  if (section !== id) sharing.hash = id;
  return {
    address: dotted(page, id),
    url: url.href,
    share: sharing.href,
    title: titleOf(section),
    elements: elementsAt(mark, id),
  };
}

/** Give the words of an element as they are to be quoted: without marks, signs of notes and what helps a reader on. */
export function wordsOf(element: Element): string {
  if (element.matches('figure')) return element.ariaLabel ?? element.querySelector('title')?.textContent ?? '';
  if (element instanceof HTMLTableElement) return [...element.rows].map((row) => [...row.cells].map(wordsOf).join(' | ')).join('\n');
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.mark:empty, sup, [data-footnote-backref], .see, .status, .label')) extra.remove();
  return copy
    .textContent!.replace(/\s+/g, ' ')
    .replace(/\(\s+|\s+(?=[).,;])/g, (gap) => gap.trim())
    .trim();
}

const dotted = (page: string, id: string): string => [page, id].filter(Boolean).join('.');

function titleOf(section: string): string {
  const page = wordsOf(document.querySelector('h1')!);
  const heading = document.getElementById(section);
  if (!heading?.matches('h2, h3, h4')) return page;
  return `${page}${/[?!]$/.test(page) ? '' : ':'} ${wordsOf(heading)}`;
}

function elementsAt(mark: Element, id: string): Element[] {
  const heading = mark.closest('h1, h2, h3, h4');
  if (!heading) return [mark.closest('dt')?.nextElementSibling?.querySelector('p') ?? mark.closest('[id]')!];
  const blocks = id ? [...document.querySelectorAll(`[id^="${CSS.escape(id)}."]`)] : [];
  if (blocks.length > 0) return blocks;
  const next = heading.nextElementSibling;
  if (!next?.matches('p')) return [heading];
  return next.matches('.summary') ? [next] : [heading, next];
}
