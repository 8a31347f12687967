import { wearAids } from './load-stylesheet.ts';

/** The one card in which previews and notes are shown, beside what asked for it. */
interface Point {
  x: number;
  y: number;
}

const GAP = 8;

const element = (): HTMLElement => document.getElementById('preview')!;
let asker: Element | undefined;
/** What the card is called when nothing else is said. */
let called: string | null | undefined;

/** Show nodes in the card, beside the line of `by` that is nearest to `at`, under a `name` for who hears it. One that `stays` waits to be closed. On a touch screen it stands at the foot of the window. */
export async function showCard(
  by: Element,
  nodes: readonly Node[],
  lang: string,
  { at, stays = false, name }: { at?: Point; stays?: boolean; name?: string } = {},
): Promise<void> {
  await wearAids();
  const card = element();
  card.replaceChildren(...nodes);
  called ??= card.ariaLabel;
  card.ariaLabel = name ?? called;
  if (lang) card.lang = lang;
  else card.removeAttribute('lang');
  card.toggleAttribute('data-stays', stays);
  asker = by;
  card.style.removeProperty('left');
  card.style.removeProperty('top');
  card.showPopover({ source: by as HTMLElement });
  if (matchMedia('(pointer: coarse)').matches) return;
  const lines = [...by.getClientRects()];
  const line = lines.find(({ top, bottom }) => at && at.y >= top && at.y <= bottom) ?? lines[0]!;
  const { offsetWidth: width, offsetHeight: height } = card;
  const below = line.bottom + GAP;
  const above = line.top - GAP - height;
  card.style.left = `${Math.max(GAP, Math.min((at?.x ?? line.left) - 24, document.documentElement.clientWidth - width - GAP))}px`;
  card.style.top = `${below + height > innerHeight && above >= 0 ? above : below}px`;
}

/** Hide the card, and give the focus back when it is inside. */
export function hideCard(): void {
  if (!asker) return;
  const card = element();
  const hadFocus = card.contains(document.activeElement);
  card.hidePopover();
  if (hadFocus) (asker as HTMLElement).focus({ preventScroll: true });
  asker = undefined;
}

/** Tell what the card was last shown for, while it is shown. */
export const shownFor = (): Element | undefined => asker;
