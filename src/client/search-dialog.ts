/**
 * Opens the search in place: by its link, by `/` and by Ctrl+K or ⌘K. Its code and its index are loaded when the box is about to be used,
 * that is when the link has the pointer or the focus.
 */
import looks from '../styles/search-panel.css?url';
import { takeArrival } from './highlight-handoff.ts';
import { wear } from './load-stylesheet.ts';
import type { SearchPanel } from './search-panel.ts';
import { loadSearchStrings } from './search-strings.ts';
import { areKeysOn } from './shortcut-setting.ts';

class SearchBox extends HTMLElement {
  #dialog: Promise<HTMLDialogElement> | undefined;

  connectedCallback(): void {
    this.addEventListener('click', this.#click);
    for (const about of ['pointerenter', 'focusin']) this.addEventListener(about, this.#prepare, { once: true });
    document.addEventListener('keydown', this.#key);
    // The search page needs the code after its first paint.
    if (document.querySelector('main search-panel')) new PerformanceObserver(() => void this.#load()).observe({ type: 'paint', buffered: true });
    addEventListener('arrival', this.#arrive);
    this.#arrive();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.#click);
    document.removeEventListener('keydown', this.#key);
    removeEventListener('arrival', this.#arrive);
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
      (event.key === 'k' && (event.ctrlKey || event.metaKey)) ||
      (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && areKeysOn());
    if (!shortcut) return;
    event.preventDefault();
    void this.open();
  };

  /** A page that is opened from a result marks the words that were searched for. */
  #arrive = (): void => {
    const arrival = takeArrival();
    if (arrival) void import('./search-highlights.ts').then(({ markArrival }) => markArrival(arrival));
  };

  /** Loads everything ahead of its use, unless the page has a search box of its own. */
  #prepare = (): void => {
    if (document.querySelector('main search-panel')) return;
    this.#ready().then(
      (dialog) => panelIn(dialog).load(),
      () => undefined,
    );
  };

  /** Returns the dialogue, which is built once. */
  #ready(): Promise<HTMLDialogElement> {
    if (!this.#dialog) {
      this.#dialog = this.#build();
      this.#dialog.catch(() => (this.#dialog = undefined));
    }
    return this.#dialog;
  }

  #load = () => Promise.all([import('./search-panel.ts'), loadSearchStrings(), wear(looks)]);

  async open(): Promise<void> {
    const onPage = document.querySelector<HTMLInputElement>('main search-panel input');
    if (onPage) return onPage.focus();
    // What is typed until the box exists is for the box, not for the shortcuts of the page.
    const typed = typedAhead();
    let dialog: HTMLDialogElement;
    try {
      dialog = await this.#ready();
    } catch {
      // The code is not available. The search page says so.
      location.href = `${this.dataset.page}?q=${encodeURIComponent(typed())}`;
      return;
    }
    if (!dialog.open) dialog.showModal();
    panelIn(dialog).begin(typed());
  }

  async #build(): Promise<HTMLDialogElement> {
    await this.#load();
    const dialog = Object.assign(document.createElement('dialog'), { className: 'search-dialog' });
    dialog.setAttribute('aria-label', this.dataset.label ?? '');
    const panel = document.createElement('search-panel') as SearchPanel;
    Object.assign(panel.dataset, this.dataset);
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: this.dataset.close, className: 'close' });
    button.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog || (target as Element).closest('a')) dialog.close();
    });
    dialog.append(panel, button);
    this.append(dialog);
    return dialog;
  }
}

const panelIn = (dialog: HTMLDialogElement): SearchPanel => dialog.querySelector('search-panel')!;

/** Keep what is typed from now on away from the page; the function that is given ends this and gives the words. */
function typedAhead(): () => string {
  let typed = '';
  const keep = (event: KeyboardEvent): void => {
    if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
    typed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', keep, true);
  return () => {
    removeEventListener('keydown', keep, true);
    return typed;
  };
}

customElements.define('search-box', SearchBox);
