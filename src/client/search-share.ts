import { button, element } from './element.ts';
import { addressOf, type State } from './search-state.ts';
import type { SearchWords } from './search-words.ts';

/** Offer the address of a search: to be copied, and outside the search page to be opened. What became of it is told in `status`. */
export function share(page: string, state: State, status: HTMLElement, words: SearchWords): HTMLElement[] {
  const address = addressOf(page, state);
  const copy = button(words.copy, async () => {
    const whole = new URL(address, location.href).href;
    const copied = await navigator.clipboard?.writeText(whole).then(
      () => true,
      () => false,
    );
    status.textContent = copied ? words.copied : `${words.byHand} ${whole}`;
  });
  return location.pathname === page ? [copy] : [element('a', { href: address }, words.all), copy];
}
