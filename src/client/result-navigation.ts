/**
 * Moves between the results with the arrow keys. Enter in the field opens the first, with Ctrl or ⌘ in a new tab. `settle` resolves to true
 * when the results of the current query are shown.
 */
export function navigateByKeys(
  panel: HTMLElement & { remember(link: HTMLAnchorElement, byKey: boolean): void },
  input: HTMLInputElement,
  list: HTMLElement,
  settle: () => Promise<boolean>,
): void {
  const hits = (): HTMLAnchorElement[] => [...list.querySelectorAll<HTMLAnchorElement>('a.hit')];

  panel.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const inField = event.target === input;
    if (step && !(event.target instanceof HTMLSelectElement)) {
      event.preventDefault();
      const links = hits();
      const next = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
      (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
    } else if (event.key === 'Enter' && inField) {
      event.preventDefault();
      void openFirst(event.ctrlKey || event.metaKey);
    }
  });

  list.addEventListener('click', remember);
  list.addEventListener('auxclick', remember);

  /** A click whose `detail` is 0 comes from the keyboard. */
  function remember({ target, detail }: MouseEvent): void {
    const link = (target as Element).closest('a');
    if (link) panel.remember(link, detail === 0);
  }

  async function openFirst(inNewTab: boolean): Promise<void> {
    if (!(await settle())) return;
    const [first] = hits();
    if (!first) return;
    if (!inNewTab) return first.click();
    panel.remember(first, true);
    window.open(first.href, '_blank', 'noopener');
  }
}
