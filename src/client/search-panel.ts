/** The search of the dialog and of the page `/search/`. One file, because a custom element is one class with one state. */
import type { SearchStrings } from '../i18n/en.ts';
import { isCyrillic } from '../i18n/languages.ts';
import { answer, type Answer, type OpenOther } from '../search/answer.ts';
import type { Facet } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { LONGEST } from '../search/query.ts';
import { saveHandoff } from './highlight-handoff.ts';
import { button, element } from './dom.ts';
import { openSearchIndex } from './load-search-index.ts';
import { navigateByKeys } from './result-navigation.ts';
import { filters, labelOf } from './search-filters.ts';
import { corrections, countLine, loadError, nothingFound, share } from './search-notices.ts';
import { pageItem } from './search-results.ts';
import { syncWithUrl, type SearchState } from './search-url.ts';

/** Set before the element is defined. */
let strings: SearchStrings;

/** The number of pages that are shown at first, and that each step adds. */
const STEP = 5;
/** After this time, in milliseconds, the panel shows that the search is running. */
const SLOW = 300;

/**
 * The search field with its results, in the dialog and on the search page. It renders the answer of `search/answer.ts`. Its attributes:
 * `data-base` (of the site), `data-page` (the search page), `data-terms` and `data-questions` (further pages), `data-roots` (the path of each
 * language), `data-indexes` (the folder of the index of each language), `data-label`.
 */
export class SearchPanel extends HTMLElement {
  /** A callback for each new state. */
  changed: (state: SearchState) => void = () => undefined;
  #state: SearchState = { q: '' };
  #running = new AbortController();
  #settled: Promise<void> = Promise.resolve();
  #marks: Answer['marks'] = new Map();
  #words = strings;
  #input = element('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, maxLength: LONGEST });
  #status = element('p', { className: 'status-line', role: 'status' });
  #notices = element('div', { className: 'search-notices', 'aria-live': 'polite' });
  #filters = element('div', { className: 'search-filters' });
  #list = element('ol', { className: 'results' });
  #footer = element('div', { className: 'search-footer' });

  connectedCallback(): void {
    if (this.#input.isConnected) return;
    const { label = '', examples = '[]' } = this.dataset;
    const typed = this.querySelector('input')?.value ?? '';
    this.#input.placeholder = label;
    this.#input.setAttribute('aria-label', label);
    this.#list.setAttribute('aria-label', this.#words.results);
    const form = element('form', { role: 'search' }, this.#input);
    const tries = (JSON.parse(examples) as string[]).map((example) => button(example, () => this.#again({ q: example })));
    const hint = element('p', { className: 'examples' }, `${this.#words.examples} `, ...tries);
    this.replaceChildren(form, hint, this.#status, this.#filters, this.#notices, this.#list, this.#footer);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#input.addEventListener('input', () => this.#update({ ...this.#state, q: this.#input.value }));
    this.#input.addEventListener('focus', () => this.load());
    navigateByKeys(this, this.#input, this.#list, async () => {
      const { signal } = this.#running;
      await this.#settled;
      return !signal.aborted;
    });
    if (this.closest('main')) syncWithUrl(this, typed);
  }

  get input(): HTMLInputElement {
    return this.#input;
  }

  /** Resolves when the current search is shown. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Loads the search before its use. A failure is shown when it is used. */
  load(): void {
    this.#open().catch(() => undefined);
  }

  /** Selects the field, and searches for the words that were typed before the panel loaded. */
  begin(words: string): void {
    this.#input.select();
    if (words) this.show({ ...this.#state, q: words });
  }

  /** Shows the results of a search. */
  show(state: SearchState): void {
    this.#state = { ...state, q: state.q.slice(0, LONGEST) };
    this.#input.value = this.#state.q;
    this.#settled = this.#run(STEP);
  }

  /** Saves the highlights of the current results for the page of a link. */
  remember(link: HTMLAnchorElement, byKey: boolean): void {
    saveHandoff(link, { marks: this.#marks, byKey });
  }

  #open = (lang = document.documentElement.lang): Promise<IndexReader> => {
    const { base = '/', indexes = '{}' } = this.dataset;
    return openSearchIndex(base, (JSON.parse(indexes) as Record<string, string>)[lang]);
  };

  /** Opens the index of another language if an unknown word is in its script. If that fails, the results of the first index remain. */
  #openOther: OpenOther = (unknown) => {
    const own = document.documentElement.lang;
    const others = Object.keys(JSON.parse(this.dataset.indexes ?? '{}') as object).filter((lang) => isCyrillic(lang) !== isCyrillic(own));
    const other = others.find((lang) => unknown.some((word) => /\p{Script=Cyrillic}/u.test(word) === isCyrillic(lang)));
    return other === undefined ? undefined : this.#open(other);
  };

  #update(state: SearchState): void {
    this.#state = state;
    this.changed(state);
    this.#settled = this.#run(STEP);
  }

  async #run(limit: number): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const { q: query, ...facets } = this.#state;
    if (!query.trim()) return this.#clear('');
    const slow = setTimeout(() => this.#clear(this.#words.searching), SLOW);
    // A query that is still loading must not replace the results of a later one.
    signal.addEventListener('abort', () => clearTimeout(slow));
    try {
      const reader = await this.#open();
      this.#render(reader, await answer(reader, { query, facets, limit }, signal, this.#openOther), limit);
    } catch {
      if (!signal.aborted) this.#renderFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  #render(reader: IndexReader, found: Answer, limit: number): void {
    const { roots = '{}', page = '' } = this.dataset;
    const words = this.#words;
    const label = (facet: Facet, value: string): string => labelOf(reader, words, facet, value);
    const context = { reader, marks: found.marks, words, label, roots: JSON.parse(roots) as Record<string, string> };
    this.#marks = found.marks;
    this.#clear(countLine(found, words), [
      ...corrections(found, words),
      ...(found.failed > 0 ? [loadError(words.partly, words.again, () => this.#retry(limit))] : []),
      ...(found.pages === 0 ? nothingFound(found, this.dataset, words) : []),
      ...(found.pages === 0 && found.unfiltered > 0 ? [button(words.anew, () => this.#again({ q: this.#state.q }))] : []),
    ]);
    this.#filters.replaceChildren(...filters(found.facets, this.#state, words, label, (facet, value) => this.#choose(facet, value)));
    this.#list.replaceChildren(...found.shown.map((one) => pageItem(one, context)));
    if (found.pages > limit) this.#footer.append(this.#more(limit));
    if (found.records > 0) this.#footer.append(...share(page, this.#state, this.#status, words));
  }

  #renderFailure(): void {
    const { page = '', terms = '' } = this.dataset;
    this.#clear(import.meta.env.DEV ? this.#words.notBuilt : this.#words.broken, [
      loadError('', this.#words.again, () => this.#retry(STEP)),
      element('p', {}, element('a', { href: terms || page }, this.#words.terms)),
    ]);
  }

  /** Removes the results and shows messages. The same notices stay, so that screen readers do not announce them at each key. */
  #clear(status: string, notices: HTMLElement[] = []): void {
    this.#status.textContent = status;
    this.#list.replaceChildren();
    if (textOf(notices) !== textOf([...this.#notices.children])) this.#notices.replaceChildren(...notices);
    this.#footer.replaceChildren();
    if (!this.#state.q.trim()) this.#filters.replaceChildren();
  }

  /** Searches for something else from a button that disappears. */
  #again(state: SearchState): void {
    this.#input.value = state.q;
    this.#update(state);
    this.#input.focus();
  }

  #choose(facet: Facet, value: string): void {
    this.#update({ ...this.#state, [facet]: value || undefined });
    void this.#settled.then(() => this.querySelector<HTMLElement>(`[data-facet="${facet}"]`)?.focus());
  }

  #retry(limit: number): void {
    this.#settled = this.#run(limit);
    this.#input.focus();
  }

  /** Builds a button that shows more pages and focuses the first of them. */
  #more(limit: number): HTMLElement {
    const more = button(this.#words.more, () => {
      this.#settled = this.#run(limit + STEP).then(() => this.#list.children[limit]?.querySelector('a')?.focus());
    });
    more.className = 'more';
    return more;
  }
}

const textOf = (elements: readonly Element[]): string => elements.map(({ textContent }) => textContent).join('\n');

/** Defines the element, with the strings of the page's language. */
export function defineSearchPanel(own: SearchStrings): void {
  strings = own;
  if (!customElements.get('search-panel')) customElements.define('search-panel', SearchPanel);
}
