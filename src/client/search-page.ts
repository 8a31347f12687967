/** The search page: the query in the address is the query in the box, in both directions. */
import { searchResults } from './search-results.ts';

class SearchPage extends HTMLElement {
  #shown: ReturnType<typeof searchResults> | undefined;

  connectedCallback(): void {
    const { bundle = '', label = '' } = this.dataset;
    this.#shown ??= searchResults(this, { bundle, label, changed: (query) => this.#remember(query) });
    addEventListener('popstate', this.#read);
    this.#read();
    this.#shown.input.focus();
  }

  disconnectedCallback(): void {
    removeEventListener('popstate', this.#read);
  }

  #read = (): void => this.#shown?.show(new URLSearchParams(location.search).get('q') ?? '');

  /** Keep the query in the address, so that Back restores it and it can be sent. */
  #remember(query: string): void {
    const url = new URL(location.href);
    if (query.trim()) url.searchParams.set('q', query);
    else url.searchParams.delete('q');
    history.replaceState(null, '', url);
  }
}

customElements.define('search-page', SearchPage);
