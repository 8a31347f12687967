/** Shows an excerpt of the target of a link: on hover, on keyboard focus, on long press. A preview has no previews inside. */
import { decoded } from './decoded.ts';

// All delays are in milliseconds.
const FETCH_DELAY = 90;
const SHOW_DELAY = 320;
const LONG_PRESS = 480;
const HIDE_DELAY = 220;

let timer = 0;
let pressed = false;

const load = () => Promise.all([import('./preview-excerpt.ts'), import('./popover.ts')]);

/** Returns the link of an event if its target is a page of this site. */
function linkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (
    !link ||
    !(link instanceof HTMLAnchorElement) ||
    link.closest('.toc, .anchor-link') ||
    link.origin !== location.origin ||
    !link.pathname.endsWith('/')
  )
    return undefined;
  // A footnote in the margin is already visible.
  const isFootnote = link.hash ? link.matches('.footnote-ref, [data-footnote-backref]') : false;
  if (
    isFootnote &&
    (link.matches('[data-footnote-backref]') || getComputedStyle(document.getElementById(link.hash.slice(1))!).position === 'absolute')
  )
    return undefined;
  return link;
}

async function show(link: HTMLAnchorElement, beside: { at?: { x: number; y: number }; sticky?: boolean } = {}): Promise<void> {
  const started = timer;
  const url = new URL(link.href);
  const [{ fetchPage, previewExcerpt }, { showPopover }] = await load();
  // An open note stays until it is dismissed.
  if (!beside.sticky && openPreview('[data-sticky]')) return;
  const excerpt = previewExcerpt(await fetchPage(url), decoded(url.hash.slice(1)));
  if (started !== timer) return;
  // The popover of the previous link is still open and would cover this link.
  if (!excerpt || excerpt.text.length === 0) return hide();
  const head = Object.assign(document.createElement('p'), { className: 'kicker' });
  head.append(excerpt.context);
  if (excerpt.badge) head.append(' ', excerpt.badge);
  const title = Object.assign(document.createElement('p'), { className: 'name' });
  title.append(Object.assign(document.createElement('a'), { href: link.href, textContent: excerpt.title }));
  await showPopover(link, [head, ...(excerpt.title ? [title] : []), ...excerpt.text], excerpt.lang, beside);
}

function later(delay: number, act: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, delay);
}

const showLater = (delay: number, ...options: Parameters<typeof show>): void => later(delay, () => void show(...options).catch(() => undefined));
const openPreview = (selector = ''): Element | null => document.querySelector(`#preview:popover-open${selector}`);
const hide = (): void => void load().then(([, { hidePopover }]) => hidePopover());
const isInPreview = ({ target }: Event): boolean => target instanceof Element && target.closest('#preview') !== null;

/** Hides the preview after a delay, unless it is sticky. A preview that is still loading does not open. */
function hideLater(): void {
  clearTimeout(timer);
  timer = 0;
  if (openPreview(':not([data-sticky])')) later(HIDE_DELAY, hide);
}

/** Handles a pointer or focus event that occurred before this module was loaded. */
export function onIntent(event: Event): void {
  if (event instanceof PointerEvent) (event.type === 'pointerdown' ? press : hover)(event);
  if (event instanceof FocusEvent) focus(event);
}

function hover(event: PointerEvent): void {
  if (event.pointerType !== 'mouse') return;
  if (isInPreview(event)) return clearTimeout(timer);
  const link = linkOf(event);
  if (!link) return;
  const at = { x: event.clientX, y: event.clientY };
  later(FETCH_DELAY, () => {
    void load().then(([{ fetchPage }]) => fetchPage(new URL(link.href)).catch(() => undefined));
    showLater(SHOW_DELAY - FETCH_DELAY, link, { at });
  });
}

function focus(event: FocusEvent): void {
  if (isInPreview(event)) return clearTimeout(timer);
  // Focus that returns from a closed preview does not open it again.
  if (!openPreview() && event.relatedTarget instanceof Element && event.relatedTarget.closest('#preview')) return;
  const link = linkOf(event);
  if (link?.matches(':focus-visible')) showLater(SHOW_DELAY, link);
}

document.addEventListener('pointerover', hover);
document.addEventListener('pointerout', (event) => {
  if (event.pointerType === 'mouse' && (isInPreview(event) || linkOf(event))) hideLater();
});
document.addEventListener('focusin', focus);
document.addEventListener('focusout', (event) => {
  if (isInPreview(event) || linkOf(event)) hideLater();
});
function press(event: PointerEvent): void {
  pressed = false;
  if (isInPreview(event)) return;
  const link = linkOf(event);
  clearTimeout(timer);
  if (openPreview() && !link?.matches('.footnote-ref')) hide();
  if (!link || event.pointerType !== 'touch') return;
  later(LONG_PRESS, () => {
    pressed = true;
    void show(link, { sticky: true }).catch(() => undefined);
  });
}

document.addEventListener('pointerdown', press);
for (const end of ['pointerup', 'pointercancel'] as const)
  document.addEventListener(end, (event) => {
    if (event.pointerType === 'touch' && !pressed) clearTimeout(timer);
  });
// A long press neither opens the context menu nor follows the link.
for (const kind of ['contextmenu', 'click'] as const)
  document.addEventListener(
    kind,
    (event) => {
      if (!pressed || !linkOf(event)) return;
      event.preventDefault();
      if (kind === 'click') pressed = false;
    },
    { capture: true },
  );
document.addEventListener('keydown', ({ key }) => {
  // In a dialog, Escape closes only the dialog.
  if (key === 'Escape' && openPreview() && !document.querySelector('dialog:modal')) hide();
});
// A link in the preview was followed to a passage of this page.
addEventListener('hashchange', () => {
  if (!openPreview()) return;
  document.activeElement?.closest<HTMLElement>('#preview *')?.blur();
  hide();
});
addEventListener('scroll', () => openPreview(':not([data-sticky])') && hideLater(), { passive: true });
document.documentElement.dataset.previews = '';
