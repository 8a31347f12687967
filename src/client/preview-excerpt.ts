/** The excerpt that a preview shows. It comes from the target page itself, so there is no second text to maintain. */
export interface Excerpt {
  /** For a page, its kind; for a section, the title of its page. */
  context: string;
  title: string;
  /** The certainty or status on the page. */
  badge: Element | undefined;
  text: Node[];
  lang: string;
}

const pages = new Map<string, Promise<Document>>();

/** Fetches a page of this site, once. After a failure the next call fetches again. */
export function fetchPage(url: URL): Promise<Document> {
  const key = url.origin + url.pathname;
  if (key === location.origin + location.pathname) return Promise.resolve(document);
  let page = pages.get(key);
  if (!page) {
    page = fetch(key).then(async (response) => {
      if (!response.ok) throw new Error(`${response.status} ${key}`);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    });
    pages.set(key, page);
    page.catch(() => pages.delete(key));
  }
  return page;
}

/** Returns the excerpt of the element with an id; for an unknown id, that of the page. Undefined if the page has no text. */
export function previewExcerpt(page: Document, id: string): Excerpt | undefined {
  const main = page.querySelector('main');
  const heading = main?.querySelector('h1');
  if (!main || !heading) return undefined;
  const target = id && id !== 'text' ? page.getElementById(id) : null;
  const lang = (target ?? heading).closest('[lang]')?.getAttribute('lang') ?? '';
  const badge = badgeOf(main.querySelector('.title :is(.certainty, .status), .verdict .level'));
  if (!target || !main.contains(target)) {
    const first =
      main.querySelector('.summary') ?? main.querySelector('.prose > p:not(.work), .state > p:not(.kicker, .verdict, .progress), .state .why > p');
    return {
      context: textOf(main.querySelector('.kicker')),
      title: textOf(heading),
      badge,
      text: [main.querySelector('.work'), first].flatMap((part) => (part ? cloneForPreview(part) : [])),
      lang,
    };
  }
  const hasTitle = /^(?:H\d|DT)$/.test(target.tagName);
  const text = hasTitle ? following(target) : [target];
  return { context: textOf(heading), title: hasTitle ? textOf(target) : '', badge, text: text.map((part) => cloneForPreview(part)), lang };
}

/** Copies a badge without its link. */
function badgeOf(element: Element | null): Element | undefined {
  if (!element) return undefined;
  const copy = document.createElement('span');
  copy.className = element.className;
  copy.textContent = element.textContent;
  return copy;
}

/** If a paragraph has fewer characters, the excerpt also contains the next one. */
const MIN_LENGTH = 110;

/** Returns the first paragraph or definition after a heading or a term. */
function following(target: Element): Element[] {
  const found: Element[] = [];
  for (let next = target.nextElementSibling; next && !/^H\d$/.test(next.tagName); next = next.nextElementSibling) {
    if (!/^(?:P|DD|UL|OL|BLOCKQUOTE|ASIDE)$/.test(next.tagName)) continue;
    if (next.tagName === 'DD') return [next.querySelector('p') ?? next];
    found.push(next);
    if (found.length > 1 || textOf(next).length > MIN_LENGTH) break;
  }
  return found;
}

const textOf = (element: Element | null): string => (element ? (cloneForPreview(element).textContent ?? '').replace(/\s+/g, ' ').trim() : '');

/** Copies an element without ids, controls and footnote numbers, which work only on its own page. Links become text. */
export function cloneForPreview(element: Element, keepLinks = false): Element {
  const copy = document.importNode(element, true);
  copy
    .querySelectorAll('sup, button, menu, .anchor-link:empty, details, template, [data-footnote-backref], [popover], [hidden], [aria-hidden="true"]')
    .forEach((part) => part.remove());
  for (const part of [copy, ...copy.querySelectorAll('[id]')]) part.removeAttribute('id');
  if (!keepLinks) for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  return copy;
}
