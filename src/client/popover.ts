/** The one popover of a page, for link previews and footnotes. */
import { loadEnhancementStyles } from './load-stylesheet.ts';

interface Point {
  x: number;
  y: number;
}

const GAP = 8;

const element = (): HTMLElement => document.getElementById('preview')!;
let trigger: Element | undefined;
/** The accessible name of a popover without a name. */
let defaultName: string | null | undefined;

/**
 * Shows nodes in the popover, next to the line of the trigger that is nearest to `at`; on a touch screen, at the bottom of the window.
 * `name` is its accessible name; `sticky` keeps it open until it is dismissed.
 */
export async function showPopover(
  by: Element,
  nodes: readonly Node[],
  lang: string,
  { at, sticky = false, name }: { at?: Point; sticky?: boolean; name?: string } = {},
): Promise<void> {
  await loadEnhancementStyles();
  const popover = element();
  popover.replaceChildren(...nodes);
  defaultName ??= popover.ariaLabel;
  popover.ariaLabel = name ?? defaultName;
  if (lang) popover.lang = lang;
  else popover.removeAttribute('lang');
  popover.toggleAttribute('data-sticky', sticky);
  trigger = by;
  popover.style.removeProperty('left');
  popover.style.removeProperty('top');
  popover.style.removeProperty('max-height');
  popover.showPopover({ source: by as HTMLElement });
  if (matchMedia('(pointer: coarse)').matches) return;
  const lines = [...by.getClientRects()];
  const line = lines.find(({ top, bottom }) => at && at.y >= top && at.y <= bottom) ?? lines[0]!;
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = innerHeight - line.bottom - 2 * GAP;
  const above = line.top - 2 * GAP;
  const isAbove = height > below && above > below;
  // In a low window neither side may have room for all of it.
  popover.style.maxHeight = `min(60dvb, ${isAbove ? above : below}px)`;
  popover.style.left = `${Math.max(GAP, Math.min((at?.x ?? line.left) - 24, document.documentElement.clientWidth - width - GAP))}px`;
  popover.style.top = `${isAbove ? line.top - GAP - popover.offsetHeight : line.bottom + GAP}px`;
}

/** Hides the popover. Focus inside it returns to the trigger. */
export function hidePopover(): void {
  if (!trigger) return;
  const popover = element();
  const hadFocus = popover.contains(document.activeElement);
  popover.hidePopover();
  if (hadFocus) (trigger as HTMLElement).focus({ preventScroll: true });
  trigger = undefined;
}

/** Returns the trigger of the open popover. */
export const currentTrigger = (): Element | undefined => trigger;
