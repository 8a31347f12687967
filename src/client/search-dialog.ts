/**
 * Opens the search in a dialog: by its link, by `/` and by Ctrl+K or ⌘K. Its code and its index are loaded when the link has the pointer or
 * the focus.
 */
import type { SearchStrings } from '../i18n/en.ts';
import styles from '../styles/search-panel.css?url';
import { takeHandoff } from './highlight-handoff.ts';
import { loadStylesheet } from './load-stylesheet.ts';
import type { SearchPanel } from './search-panel.ts';
import { isForInput, keyOf, shortcutsEnabled } from './shortcut-setting.ts';

/** The strings of the search. Each language is a file of its own, so a reader loads one. */
const stringFiles = import.meta.glob<SearchStrings>('../i18n/??.ts', { import: 'search' });
const loadStrings = (): Promise<SearchStrings> =>
  stringFiles[`../i18n/${document.querySelector('search-box')!.closest<HTMLElement>('[lang]')!.lang}.ts`]!();

class SearchBox extends HTMLElement {
  #dialog: Promise<HTMLDialogElement> | undefined;

  connectedCallback(): void {
    document.addEventListener('click', this.#onClick);
    for (const type of ['pointerenter', 'focusin']) this.addEventListener(type, this.#preload, { once: true });
    document.addEventListener('keydown', this.#onKey);
    // The search page needs the code after its first paint.
    if (document.querySelector('main search-panel')) new PerformanceObserver(() => void this.#load()).observe({ type: 'paint', buffered: true });
    addEventListener('highlight-handoff', this.#highlight);
    this.#highlight();
  }

  disconnectedCallback(): void {
    document.removeEventListener('click', this.#onClick);
    document.removeEventListener('keydown', this.#onKey);
    removeEventListener('highlight-handoff', this.#highlight);
  }

  #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest('a');
    if (!link?.matches('search-box > a, .place-search') || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void this.open();
  };

  #onKey = (event: KeyboardEvent): void => {
    const key = keyOf(event);
    const withControl = event.ctrlKey || event.metaKey;
    const shortcut = withControl ? key === 'k' : key === '/' && !isForInput(event.target) && !event.altKey && shortcutsEnabled();
    if (!shortcut) return;
    event.preventDefault();
    void this.open();
  };

  /** Highlights the words of the search whose result opened the page. */
  #highlight = (): void => {
    const handoff = takeHandoff();
    if (handoff)
      void Promise.all([import('./search-highlights.ts'), loadStrings()]).then(([{ showHighlights }, strings]) => showHighlights(handoff, strings));
  };

  /** Loads the search before its use, unless the page has a search field of its own. */
  #preload = (): void => {
    if (document.querySelector('main search-panel')) return;
    this.#ready().then(
      (dialog) => panelIn(dialog).load(),
      () => undefined,
    );
  };

  /** Returns the dialog, which is built once. */
  #ready(): Promise<HTMLDialogElement> {
    if (!this.#dialog) {
      this.#dialog = this.#build();
      this.#dialog.catch(() => (this.#dialog = undefined));
    }
    return this.#dialog;
  }

  async #load(): Promise<void> {
    const [{ defineSearchPanel }, strings] = await Promise.all([import('./search-panel.ts'), loadStrings(), loadStylesheet(styles)]);
    defineSearchPanel(strings);
  }

  async open(): Promise<void> {
    const onPage = document.querySelector<HTMLInputElement>('main search-panel input');
    if (onPage) return onPage.focus();
    // Keystrokes before the field exists are typed into the field, not handled as shortcuts.
    const stopBuffering = bufferKeystrokes();
    let dialog: HTMLDialogElement;
    try {
      dialog = await this.#ready();
    } catch {
      // The code is not available. The search page reports it.
      const typed = stopBuffering();
      if (typed !== undefined) location.href = `${this.dataset.page}?q=${encodeURIComponent(typed)}`;
      return;
    }
    const typed = stopBuffering();
    if (typed === undefined) return;
    if (!dialog.open) dialog.showModal();
    panelIn(dialog).begin(typed);
  }

  async #build(): Promise<HTMLDialogElement> {
    await this.#load();
    const dialog = Object.assign(document.createElement('dialog'), { className: 'search-dialog' });
    dialog.setAttribute('aria-label', this.dataset.label ?? '');
    // A click on the backdrop closes it. A browser without this has Escape and the button.
    dialog.setAttribute('closedby', 'any');
    const panel = document.createElement('search-panel') as SearchPanel;
    Object.assign(panel.dataset, this.dataset);
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: this.dataset.close, className: 'close' });
    button.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
      const isInNewTab = ctrlKey || metaKey || shiftKey;
      if ((target as Element).closest('a') && !isInNewTab) dialog.close();
    });
    dialog.append(panel, button);
    this.append(dialog);
    return dialog;
  }
}

const panelIn = (dialog: HTMLDialogElement): SearchPanel => dialog.querySelector('search-panel')!;

/** Buffers keystrokes and stops their propagation. The returned function ends this and returns the text, or undefined after Escape. */
function bufferKeystrokes(): () => string | undefined {
  let typed: string | undefined = '';
  const buffer = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') typed = undefined;
    if (typed === undefined || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key.length > 1) return;
    else typed += event.key;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', buffer, true);
  return () => {
    removeEventListener('keydown', buffer, true);
    return typed;
  };
}

customElements.define('search-box', SearchBox);
