import type { Page } from 'playwright/test';

/** A link that the menu of an anchor link offers to copy, and the address of its passage. */
interface OfferedShare {
  address: string;
  share: string;
}

/** Follows every link with a card that the menus of some pages offer. Returns those that lead to no share page, and the number of different pages. */
export async function followOffered(page: Page, paths: readonly string[]): Promise<{ lost: string[]; followed: number }> {
  const seen = new Map<string, boolean>();
  const lost: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    for (const { address, share } of await offeredShares(page)) {
      const { pathname } = new URL(share);
      if (!seen.has(pathname)) seen.set(pathname, /data-to="/.test(await (await page.request.get(pathname)).text()));
      if (!seen.get(pathname)) lost.push(`${path}: ${address} ${share}`);
    }
  }
  return { lost, followed: seen.size };
}

/** Opens the menu of every anchor link of the page and reads the link that shows a card. A passage that shares its own URL offers none. */
const offeredShares = (page: Page): Promise<OfferedShare[]> =>
  page.evaluate(async () => {
    const host = document.querySelector('anchor-menu');
    const offered: { address: string; share: string }[] = [];
    for (const link of host ? document.querySelectorAll<HTMLAnchorElement>('a.anchor-link') : []) {
      const [menu, button] = [host!.querySelector('[popover]')!, host!.querySelector<HTMLButtonElement>('button[value=share]')!];
      const output = menu.querySelector('output')!;
      const changed = (of: Element, fits: () => boolean): Promise<void> =>
        new Promise((done) => {
          const observer = new MutationObserver(() => {
            if (!fits()) return;
            observer.disconnect();
            done();
          });
          observer.observe(of, { subtree: true, childList: true, attributes: true });
        });
      const opened = changed(document.documentElement, () => link.ariaExpanded === 'true' && menu.matches(':popover-open'));
      link.click();
      await opened;
      if (!button.parentElement!.hidden) {
        const copied = changed(output, () => output.querySelector('pre') !== null);
        button.click();
        await copied;
        offered.push({ address: menu.querySelector('p')!.textContent!, share: output.querySelector('pre')!.textContent! });
      }
    }
    return offered;
  });
