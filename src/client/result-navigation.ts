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
    if (step) {
      event.preventDefault();
      const links = hits();
      const next = inField ? Math.max(-1, step - 1) : beside(links, event.target as Element, step);
      (next < 0 ? input : links[Math.min(next, links.length - 1)])?.focus();
    } else if (event.key === 'Enter' && inField) {
      event.preventDefault();
      void openFirst(event.ctrlKey || event.metaKey);
    }
  });

  list.addEventListener('click', remember);
  list.addEventListener('auxclick', remember);

  /** Saves the highlights for the page of a clicked link. The `detail` of a click by keyboard is 0. */
  function remember(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    // This page is already open. A navigation would load it again, without the highlights.
    const isHere = link.pathname === location.pathname && !link.hash && link.closest('dialog') !== null;
    if (isHere && event.type === 'click' && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      // The highlights begin at the target of the URL.
      if (location.hash) history.pushState(null, '', link.pathname);
      scrollTo({ top: 0, behavior: 'instant' });
    }
    panel.remember(link, event.detail === 0);
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

/** Returns the index of the link after an element (`step` 1) or before it (-1). The element is one of the links, or is beside or between them. */
function beside(links: readonly HTMLAnchorElement[], element: Element, step: number): number {
  const at = links.indexOf(element as HTMLAnchorElement);
  if (at >= 0) return at + step;
  const isAfter = (link: Element): boolean => (element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const following = links.findIndex(isAfter);
  const next = following < 0 ? links.length : following;
  return step > 0 ? next : next - 1;
}
