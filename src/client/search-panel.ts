import { choose, countFacets, type Facet } from '../search/facets.ts';
import { LONGEST } from '../search/query.ts';
import { groupByPage, search, type Found } from '../search/search.ts';
import { rememberArrival } from './arrival-note.ts';
import { button, element } from './element.ts';
import { broken, corrections, countOf, nothingFound } from './search-answers.ts';
import { filters } from './search-filters.ts';
import { openIndex } from './search-index.ts';
import { followKeys } from './search-keys.ts';
import { pageRow, type Setting } from './search-rows.ts';
import { keepInAddress } from './search-page.ts';
import { share } from './search-share.ts';
import type { State } from './search-state.ts';
import { searchWords } from './search-words.ts';

/** How many pages are shown at first, and how many more with each step. */
const STEP = 6;
/** The pause, in milliseconds, after which texts that are not at hand are fetched: nobody reads between two keystrokes. */
const PAUSE = 90;

/**
 * A search box with its results, the same in the dialogue and on the search page: one element, one state, and so one file. Its attributes: `data-index` (folder of the index),
 * `data-page` (the search page), `data-terms` and `data-questions` (ways on), `data-roots` (path of each language), `data-label`.
 */
export class SearchPanel extends HTMLElement {
  /** Hears every change of the state, to keep it in an address. */
  changed: (state: State) => void = () => undefined;
  #state: State = { q: '' };
  #turn = 0;
  #settled: Promise<void> = Promise.resolve();
  #words = searchWords();
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
    followKeys(this, this.#input, this.#list, async () => {
      const turn = this.#turn;
      await this.#settled;
      return turn === this.#turn;
    });
    if (this.closest('main')) keepInAddress(this, typed);
  }

  get input(): HTMLInputElement {
    return this.#input;
  }

  /** Resolves when what is searched for is shown. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Take the focus, with the words that were typed before there was a box, if any. */
  begin(words: string): void {
    this.#input.select();
    if (words) this.show({ ...this.#state, q: words });
  }

  /** Show a search. */
  show(state: State): void {
    this.#state = { ...state, q: state.q.slice(0, LONGEST) };
    this.#input.value = this.#state.q;
    this.#settled = this.#run(STEP);
  }

  #update(state: State): void {
    this.#state = state;
    this.changed(state);
    this.#settled = this.#run(STEP);
  }

  async #run(limit: number): Promise<void> {
    const turn = ++this.#turn;
    const isLate = (): boolean => turn !== this.#turn;
    const { index = '', roots = '{}' } = this.dataset;
    if (!this.#state.q.trim()) return this.#fill('');
    try {
      const reader = await openIndex(index);
      const found = await search(reader, this.#state.q, document.documentElement.lang);
      if (isLate()) return;
      const ranked = choose(reader, found.ranked, this.#state);
      const groups = groupByPage(reader, ranked, found);
      const shown = groups.slice(0, limit);
      if (!shown.every(({ records }) => records.every((record) => reader.isAtHand(record)))) await new Promise((done) => setTimeout(done, PAUSE));
      if (isLate()) return;
      const setting: Setting = { reader, words: this.#words, roots: JSON.parse(roots) as Record<string, string> };
      const rows = await Promise.allSettled(shown.map((group) => pageRow(group, found, setting)));
      const instead = groups.length === 0 ? await nothingFound(reader, found, this.dataset, this.#words) : [];
      if (isLate()) return;
      const had = rows.flatMap((row) => (row.status === 'fulfilled' ? [row.value] : []));
      if (had.length === 0 && rows.length > 0) throw new Error('No text of any result could be had.');
      const counts = countFacets(reader, found.ranked, this.#state);
      this.#filters.replaceChildren(...filters(counts, this.#state, this.#words, (facet, value) => this.#choose(facet, value)));
      this.#fill(countOf(found, ranked.length, groups.length, this.#words), had);
      this.#marks = found.marks;
      this.#notes.append(...corrections(found, this.#words));
      if (had.length < rows.length) this.#notes.append(broken(this.#words.partly, this.#words.again, () => this.#again(limit)));
      if (groups.length === 0) this.#notes.append(...instead, ...this.#anew(found));
      if (groups.length > limit) this.#foot.append(this.#more(limit));
      if (ranked.length > 0) this.#foot.append(...share(this.dataset.page ?? '', this.#state, this.#status, this.#words));
    } catch {
      if (isLate()) return;
      this.#fill('');
      this.#status.textContent = this.#words.broken;
      const { page = '', terms = '' } = this.dataset;
      this.#notes.append(
        broken('', this.#words.again, () => this.#again(STEP)),
        element('p', {}, element('a', { href: terms || page }, this.#words.terms)),
      );
    }
  }

  #marks: ReadonlyMap<string, number> = new Map();

  /** The marks of what is shown, for the page that is opened next. */
  remember(link: HTMLAnchorElement, byKey: boolean): void {
    rememberArrival(link, { marks: this.#marks, byKey });
  }

  #fill(status: string, rows: HTMLLIElement[] = []): void {
    this.#status.textContent = status;
    this.#list.replaceChildren(...rows);
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

  #anew({ ranked }: Found): HTMLElement[] {
    if (ranked.length === 0) return [];
    return [button(this.#words.anew, () => this.#update({ q: this.#state.q }))];
  }

  /** Show more, and put the focus on the first of it in place of the button that is gone. */
  #more(limit: number): HTMLElement {
    const more = button(this.#words.more, () => {
      this.#settled = this.#run(limit + STEP).then(() => this.#list.children[limit]?.querySelector('a')?.focus());
    });
    more.className = 'more';
    return more;
  }
}

if (!customElements.get('search-panel')) customElements.define('search-panel', SearchPanel);
