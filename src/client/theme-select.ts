/** Light, dark, or as the system has it: the choice is kept in this browser, and other open pages follow. */
class ThemeChoice extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', this.#choose);
    addEventListener('storage', this.#read);
    addEventListener('pageshow', this.#read);
    this.hidden = false;
    this.#read();
  }

  disconnectedCallback(): void {
    this.removeEventListener('change', this.#choose);
    removeEventListener('storage', this.#read);
    removeEventListener('pageshow', this.#read);
  }

  #choose = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    try {
      if (value) localStorage.setItem('theme', value);
      else localStorage.removeItem('theme');
    } catch {
      // Then it holds for this page alone.
    }
    show(value);
  };

  /** A page that comes back from the cache of Back may have missed a choice. */
  #read = (): void => {
    let theme = document.documentElement.dataset.theme ?? '';
    try {
      theme = localStorage.getItem('theme') ?? '';
    } catch {
      // What the page shows is all there is.
    }
    show(theme);
    for (const input of this.querySelectorAll('input')) input.checked = input.value === theme;
  };
}

function show(theme: string): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

customElements.define('theme-choice', ThemeChoice);
