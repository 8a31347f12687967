import { loadPagefind, type PagefindPage } from './pagefind.ts';
import { searchWords } from './search-words.ts';

const STEP = 8;
const SECTIONS = 4;
/** The most letters of a query; an address may hold more. */
const LONGEST = 400;

/** A search box and its results inside `host`. `changed` hears every query, `all` gives the address of all results of one. */
export function searchResults(
  host: Element,
  { bundle, label, changed, all }: { bundle: string; label: string; changed(query: string): void; all?(query: string): string },
) {
  const words = searchWords();
  const input = Object.assign(document.createElement('input'), {
    type: 'search',
    placeholder: label,
    autocomplete: 'off',
    spellcheck: false,
    maxLength: LONGEST,
  });
  input.setAttribute('aria-label', label);
  const status = Object.assign(document.createElement('p'), { className: 'status-line' });
  status.setAttribute('role', 'status');
  const list = Object.assign(document.createElement('ol'), { className: 'results' });
  host.append(input, status, list);
  let asked = 0;
  let settled = Promise.resolve();

  async function search(query: string, limit = STEP): Promise<void> {
    const turn = ++asked;
    const text = query.trim();
    if (!text) {
      status.textContent = '';
      list.replaceChildren();
      return;
    }
    try {
      const pagefind = await loadPagefind(bundle);
      const found = await pagefind.debouncedSearch(text, {}, 60);
      if (!found || turn !== asked) return;
      const pages = await Promise.all(found.results.slice(0, limit).map((result) => result.data()));
      if (turn !== asked) return;
      status.textContent = found.results.length ? words.some(found.results.length, text) : words.none(text);
      list.replaceChildren(...pages.map(pageItem));
      if (found.results.length > limit) list.append(more(() => void showMore(query, limit)));
      else if (all && found.results.length > 0) list.append(allItem(all(text)));
    } catch {
      if (turn === asked) {
        list.replaceChildren();
        status.textContent = words.broken;
      }
    }
  }

  input.addEventListener('input', () => {
    changed(input.value);
    settled = search(input.value);
  });
  host.addEventListener('keydown', (event) => move(event as KeyboardEvent));

  /** Go from result to result with the arrow keys. */
  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || (!step && !(event.key === 'Enter' && event.target === input))) return;
    const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
    event.preventDefault();
    if (event.key === 'Enter') return void openFirst();
    const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step!;
    (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
  }

  /** Open the first result of what is typed, not of what was there before. */
  async function openFirst(): Promise<void> {
    const turn = asked;
    await settled;
    if (turn === asked) list.querySelector('a')?.click();
  }

  /** Show more results, and put the focus on the first of them in place of the button that is gone. */
  async function showMore(query: string, limit: number): Promise<void> {
    await search(query, limit + STEP);
    list.children[limit]?.querySelector('a')?.focus();
  }

  function pageItem({ url, meta, filters, sub_results: sections }: PagefindPage): HTMLLIElement {
    const item = document.createElement('li');
    const kind = Object.assign(document.createElement('small'), { textContent: words.kinds[filters.kind?.[0] ?? ''] ?? '' });
    const head = document.createElement('p');
    head.append(link(url, meta.title ?? url), ' ', kind);
    item.append(head);
    for (const section of sections.slice(0, SECTIONS)) {
      const row = Object.assign(document.createElement('p'), { className: 'section' });
      if (section.url !== url) row.append(link(section.url, section.title), ' ');
      row.append(excerpt(section.excerpt));
      item.append(row);
    }
    return item;
  }

  function more(act: () => void): HTMLLIElement {
    const item = document.createElement('li');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words.more });
    button.addEventListener('click', act);
    item.append(button);
    return item;
  }

  function allItem(href: string): HTMLLIElement {
    const item = document.createElement('li');
    item.append(link(href, words.all));
    return item;
  }

  return {
    input,
    /** Put a query in the box and show its results. */
    show(query: string): void {
      input.value = query.slice(0, LONGEST);
      settled = search(input.value);
    },
  };
}

function link(href: string, text: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { href, textContent: text });
}

/** Rebuild Pagefind's excerpt, whose only markup is `mark`, without trusting it as HTML. */
function excerpt(html: string): HTMLSpanElement {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const span = Object.assign(document.createElement('span'), { className: 'excerpt' });
  for (const node of parsed.childNodes) {
    const text = node.textContent ?? '';
    if (node.nodeName === 'MARK') span.append(Object.assign(document.createElement('mark'), { textContent: text }));
    else span.append(text);
  }
  return span;
}
