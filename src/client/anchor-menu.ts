import looks from '../styles/anchor-menu.css?url';
import { wear } from './load-stylesheet.ts';

/** Opens the menu of a passage at its mark. The rest is loaded when it is wanted; without it a mark is a link. */
class PassageMenu extends HTMLElement {
  /** The mark whose menu the press at hand closes; it is not opened again. */
  #closing: Element | null = null;

  connectedCallback(): void {
    for (const mark of document.querySelectorAll('a.mark')) mark.ariaHasPopup = 'dialog';
    document.addEventListener('mousedown', this.#press);
    document.addEventListener('click', this.#click);
  }

  disconnectedCallback(): void {
    document.removeEventListener('mousedown', this.#press);
    document.removeEventListener('click', this.#click);
  }

  /** Keep the words that are selected: pressing a link would let them go. */
  #press = (event: MouseEvent): void => {
    const mark = markOf(event);
    this.#closing = mark?.ariaExpanded === 'true' ? mark : null;
    if (mark && !event.button && getSelection()?.type === 'Range') event.preventDefault();
  };

  #click = (event: MouseEvent): void => {
    const mark = markOf(event);
    if (!mark || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (mark === this.#closing) this.#closing = null;
    else
      Promise.all([import('./copy-actions.ts'), wear(looks)]).then(
        ([{ openMenu }]) => openMenu(this, mark),
        () => location.assign(mark.href),
      );
  };
}

const markOf = ({ target }: Event): HTMLAnchorElement | null => (target as Element).closest('a.mark');

customElements.define('passage-menu', PassageMenu);
