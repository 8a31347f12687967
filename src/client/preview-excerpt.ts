/** The beginning of the place an address names, taken from its own page: so there is no second text to keep true. */
export interface Excerpt {
  /** Where it stands: the kind of page, or the page of a section. */
  above: string;
  title: string;
  /** Certainty or standing, as the page shows it. */
  mark: Element | undefined;
  text: Node[];
  lang: string;
}

const pages = new Map<string, Promise<Document>>();

/** Fetch a page of this site once; a failure is forgotten, so that a later wish tries again. */
export function fetchPage(url: URL): Promise<Document> {
  const key = url.origin + url.pathname;
  if (key === location.origin + location.pathname) return Promise.resolve(document);
  let page = pages.get(key);
  if (!page) {
    page = fetch(key).then(async (answer) => {
      if (!answer.ok) throw new Error(`${key} answers ${answer.status}`);
      return new DOMParser().parseFromString(await answer.text(), 'text/html');
    });
    pages.set(key, page);
    page.catch(() => pages.delete(key));
  }
  return page;
}

/** Cut the excerpt of an address out of its page; nothing, when the page has no such place. */
export function excerptOf(page: Document, id: string): Excerpt | undefined {
  const main = page.querySelector('main');
  const heading = main?.querySelector('h1');
  if (!main || !heading) return undefined;
  const place = id && id !== 'text' ? page.getElementById(id) : null;
  const lang = (place ?? heading).closest('[lang]')?.getAttribute('lang') ?? '';
  const mark = main.querySelector('.title :is(.certainty, .status), .verdict .level') ?? undefined;
  if (!place || !main.contains(place)) {
    const first = main.querySelector('.summary') ?? main.querySelector('.prose > p:not(.work), .state > p:not(.kicker, .verdict)');
    return {
      above: wordsOf(main.querySelector('.kicker')),
      title: wordsOf(heading),
      mark,
      text: [main.querySelector('.work'), first].flatMap((part) => (part ? bare(part) : [])),
      lang,
    };
  }
  const isNamed = /^(?:H\d|DT)$/.test(place.tagName);
  const text = isNamed ? following(place) : [place];
  return { above: wordsOf(heading), title: isNamed ? wordsOf(place) : '', mark, text: text.map((part) => bare(part)), lang };
}

/** How many signs say enough; a shorter paragraph takes the next one with it. */
const ENOUGH = 110;

/** The first paragraph or definition after a heading or a term. */
function following(place: Element): Element[] {
  const found: Element[] = [];
  for (let next = place.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
    if (!/^(?:P|DD|UL|OL|BLOCKQUOTE|ASIDE)$/.test(next.tagName)) continue;
    if (next.tagName === 'DD') return [next.querySelector('p') ?? next];
    found.push(next);
    if (found.length > 1 || wordsOf(next).length > ENOUGH) break;
  }
  return found;
}

const wordsOf = (element: Element | null): string => (element ? (bare(element).textContent ?? '').replace(/\s+/g, ' ').trim() : '');

/** Copy an element without what only works in its place: ids, tools, the numbers of notes; its links become words. */
export function bare(element: Element, keepLinks = false): Element {
  const copy = document.importNode(element, true);
  copy
    .querySelectorAll('sup, button, menu, .mark:empty, details, template, [data-footnote-backref], [popover], [hidden], [aria-hidden="true"]')
    .forEach((part) => part.remove());
  for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
  if (!keepLinks) for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return copy;
}
