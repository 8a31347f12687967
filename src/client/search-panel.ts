import { answer, type Answer } from '../search/answer.ts';
import type { Facet } from '../search/facets.ts';
import type { IndexReader } from '../search/index-reader.ts';
import { LONGEST } from '../search/query.ts';
import { rememberArrival } from './highlight-handoff.ts';
import { button, element } from './dom.ts';
import { openIndex } from './load-search-index.ts';
import { followKeys } from './result-navigation.ts';
import { filters } from './search-filters.ts';
import { broken, corrections, countLine, nothingFound, share } from './search-notices.ts';
import { pageItem } from './search-results.ts';
import { loadSearchStrings } from './search-strings.ts';
import { keepInAddress, type State } from './search-url.ts';

const strings = await loadSearchStrings();

/** How many pages are shown at first, and how many more with each step. */
const STEP = 6;
/** How long a search may take, in milliseconds, before it says that it is under way. */
const SLOW = 300;

/**
 * A search box with its results, the same in the dialogue and on the search page. It renders what `search/answer.ts` returns. Its attributes:
 * `data-base` (of the site), `data-page` (the search page), `data-terms` and `data-questions` (further pages), `data-roots` (the path of each
 * language), `data-label`.
 */
export class SearchPanel extends HTMLElement {
  /** Is called with each new state, to keep it in the address. */
  changed: (state: State) => void = () => undefined;
  #state: State = { q: '' };
  #running = new AbortController();
  #settled: Promise<void> = Promise.resolve();
  #marks: Answer['marks'] = new Map();
  #words = strings;
  #input = element('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: false, maxLength: LONGEST });
  #status = element('p', { className: 'status-line', role: 'status' });
  #notes = element('div', { className: 'search-notes', 'aria-live': 'polite' });
  #filters = element('div', { className: 'search-filters' });
  #list = element('ol', { className: 'results' });
  #foot = element('div', { className: 'search-foot' });

  connectedCallback(): void {
    if (this.#input.isConnected) return;
    const { label = '' } = this.dataset;
    const typed = this.querySelector('input')?.value ?? '';
    this.#input.placeholder = label;
    this.#input.setAttribute('aria-label', label);
    this.#list.setAttribute('aria-label', this.#words.results);
    const form = element('form', { role: 'search' }, this.#input);
    this.replaceChildren(form, this.#status, this.#filters, this.#notes, this.#list, this.#foot);
    form.addEventListener('submit', (event) => event.preventDefault());
    this.#input.addEventListener('input', () => this.#update({ ...this.#state, q: this.#input.value }));
    this.#input.addEventListener('focus', () => this.load());
    followKeys(this, this.#input, this.#list, async () => {
      const { signal } = this.#running;
      await this.#settled;
      return !signal.aborted;
    });
    if (this.closest('main')) keepInAddress(this, typed);
  }

  get input(): HTMLInputElement {
    return this.#input;
  }

  /** Resolves when the current search is shown. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Loads the search before it is used. A failure is shown when it is. */
  load(): void {
    this.#open().catch(() => undefined);
  }

  /** Takes the focus, with the words that were typed before the box existed. */
  begin(words: string): void {
    this.#input.select();
    if (words) this.show({ ...this.#state, q: words });
  }

  /** Shows a search. */
  show(state: State): void {
    this.#state = { ...state, q: state.q.slice(0, LONGEST) };
    this.#input.value = this.#state.q;
    this.#settled = this.#run(STEP);
  }

  /** Keeps the highlights of the current results for the page that a link opens. */
  remember(link: HTMLAnchorElement, byKey: boolean): void {
    rememberArrival(link, { marks: this.#marks, byKey });
  }

  #open = (): Promise<IndexReader> => openIndex(this.dataset.base ?? '/');

  #update(state: State): void {
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
    try {
      const reader = await this.#open();
      this.#render(reader, await answer(reader, { query, facets, language: document.documentElement.lang, limit }, signal), limit);
    } catch {
      if (!signal.aborted) this.#renderFailure();
    } finally {
      clearTimeout(slow);
    }
  }

  #render(reader: IndexReader, found: Answer, limit: number): void {
    const { roots = '{}', page = '' } = this.dataset;
    const words = this.#words;
    const context = { reader, marks: found.marks, words, roots: JSON.parse(roots) as Record<string, string> };
    this.#marks = found.marks;
    this.#clear(countLine(found, words));
    this.#filters.replaceChildren(...filters(found.facets, this.#state, words, (facet, value) => this.#choose(facet, value)));
    this.#list.replaceChildren(...found.shown.map((one) => pageItem(one, context)));
    this.#notes.append(...corrections(found, words));
    if (found.failed > 0) this.#notes.append(broken(words.partly, words.again, () => this.#again(limit)));
    if (found.pages === 0) this.#notes.append(...nothingFound(found, this.dataset, words));
    if (found.pages === 0 && found.unfiltered > 0) this.#notes.append(button(words.anew, () => this.#update({ q: this.#state.q })));
    if (found.pages > limit) this.#foot.append(this.#more(limit));
    if (found.records > 0) this.#foot.append(...share(page, this.#state, this.#status, words));
  }

  #renderFailure(): void {
    const { page = '', terms = '' } = this.dataset;
    this.#clear(import.meta.env.DEV ? this.#words.notBuilt : this.#words.broken);
    this.#notes.append(
      broken('', this.#words.again, () => this.#again(STEP)),
      element('p', {}, element('a', { href: terms || page }, this.#words.terms)),
    );
  }

  #clear(status: string): void {
    this.#status.textContent = status;
    this.#list.replaceChildren();
    this.#notes.replaceChildren();
    this.#foot.replaceChildren();
    if (!this.#state.q.trim()) this.#filters.replaceChildren();
  }

  #choose(facet: Facet, value: string): void {
    this.#update({ ...this.#state, [facet]: value || undefined });
    void this.#settled.then(() => this.querySelector<HTMLElement>(`[data-facet="${facet}"]`)?.focus());
  }

  #again(limit: number): void {
    this.#settled = this.#run(limit);
    this.#input.focus();
  }

  /** Shows more, with the focus on the first new page: the button is gone. */
  #more(limit: number): HTMLElement {
    const more = button(this.#words.more, () => {
      this.#settled = this.#run(limit + STEP).then(() => this.#list.children[limit]?.querySelector('a')?.focus());
    });
    more.className = 'more';
    return more;
  }
}

if (!customElements.get('search-panel')) customElements.define('search-panel', SearchPanel);
