/** Opens the search in place: by its link, by `/` and by Ctrl+K or ⌘K. The rest is loaded when it is wanted. */
class SearchBox extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;

  connectedCallback(): void {
    this.addEventListener('click', this.#click);
    document.addEventListener('keydown', this.#key);
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#click);
    document.removeEventListener('keydown', this.#key);
  }

  #click = (event: MouseEvent): void => {
    const onLink = (event.target as Element).closest('a') === this.querySelector(':scope > a');
    if (!onLink || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void this.open();
  };

  #key = (event: KeyboardEvent): void => {
    const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable]');
    const shortcut =
      (event.key === 'k' && (event.ctrlKey || event.metaKey)) || (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
    if (!shortcut) return;
    event.preventDefault();
    void this.open();
  };

  async open(): Promise<void> {
    const onPage = document.querySelector<HTMLInputElement>('search-page input');
    if (onPage) return onPage.focus();
    this.#dialog ??= await this.#build();
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#dialog.querySelector('input')?.select();
  }

  async #build(): Promise<HTMLDialogElement> {
    const { bundle = '', page = '', label = '', close = '' } = this.dataset;
    const { searchResults } = await import('./search-results.ts');
    const dialog = Object.assign(document.createElement('dialog'), { className: 'search-dialog' });
    dialog.setAttribute('aria-label', label);
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: close, className: 'close' });
    button.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target as Element).closest('a')) dialog.close();
    });
    searchResults(dialog, { bundle, label, changed: () => undefined, all: (query) => `${page}?q=${encodeURIComponent(query)}` });
    dialog.append(button);
    this.append(dialog);
    return dialog;
  }
}

customElements.define('search-box', SearchBox);
