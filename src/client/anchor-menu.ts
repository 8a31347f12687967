import styles from '../styles/anchor-menu.css?url';
import { loadStylesheet } from './load-stylesheet.ts';

/** Opens the menu of an anchor link. The code of the menu is loaded on demand; if that fails, the link works as any other. */
class AnchorMenu extends HTMLElement {
  /** The link whose menu the current click closes. The same click must not open the menu again. */
  #closing: Element | null = null;

  connectedCallback(): void {
    const title = this.querySelector('[popover]')!.ariaLabel ?? '';
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a.anchor-link')) {
      Object.assign(link, { ariaHasPopup: 'dialog', title });
      // Only the links of headings are Tab stops. The arrow keys also focus the links of blocks.
      if (!link.textContent!.trim()) link.tabIndex = -1;
    }
    document.addEventListener('keydown', this.#move);
    document.addEventListener('mousedown', this.#press);
    document.addEventListener('click', this.#click);
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#move);
    document.removeEventListener('mousedown', this.#press);
    document.removeEventListener('click', this.#click);
  }

  /** Prevents a press on the link from deselecting text. */
  #press = (event: MouseEvent): void => {
    const link = linkOf(event);
    this.#closing = link?.ariaExpanded === 'true' ? link : null;
    if (link && !event.button && getSelection()?.type === 'Range') event.preventDefault();
  };

  /** The arrows move the focus from a link to the next or the previous one. */
  #move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const link = linkOf(event);
    if (!step || !link) return;
    event.preventDefault();
    const links = [...document.querySelectorAll<HTMLElement>('a.anchor-link')];
    links[links.indexOf(link) + step]?.focus();
  };

  #click = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link === this.#closing) this.#closing = null;
    else
      Promise.all([import('./copy-actions.ts'), loadStylesheet(styles)]).then(
        ([{ openAnchorMenu }]) => openAnchorMenu(this, link),
        () => location.assign(link.href),
      );
  };
}

const linkOf = ({ target }: Event): HTMLAnchorElement | null => (target as Element).closest('a.anchor-link');

customElements.define('anchor-menu', AnchorMenu);
