/** Selects the light, the dark or the system theme. The choice is saved in the browser, and other open pages follow it. */
class ThemeSelect extends HTMLElement {
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
      // Without storage the choice applies to this page only.
    }
    show(value);
  };

  /** Reads the saved theme. A page from the back/forward cache may have missed a change. */
  #read = (): void => {
    let theme = document.documentElement.dataset.theme ?? '';
    try {
      theme = localStorage.getItem('theme') ?? '';
    } catch {
      // Without storage the page keeps its theme.
    }
    show(theme);
    for (const input of this.querySelectorAll('input')) input.checked = input.value === theme;
  };
}

function show(theme: string): void {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

customElements.define('theme-select', ThemeSelect);
