/** Shows the beginning of where a link leads: on hover, on focus from the keyboard, on a long press. Never one inside another. */
const ASK = 90;
const SHOW = 320;
const PRESS = 480;
const LEAVE = 220;

let timer = 0;
let pressed = false;

const load = () => Promise.all([import('./preview-excerpt.ts'), import('./popover.ts')]);

/** The link under an event that has a page of this site behind it. */
function linkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('main a[href]') : null;
  if (
    !link ||
    !(link instanceof HTMLAnchorElement) ||
    link.closest('.contents, .mark') ||
    link.origin !== location.origin ||
    !link.pathname.endsWith('/')
  )
    return undefined;
  // A note that hangs in the margin is in view already.
  const note = link.hash ? link.matches('.note-ref, [data-footnote-backref]') : false;
  if (note && (link.matches('[data-footnote-backref]') || getComputedStyle(document.getElementById(link.hash.slice(1))!).position === 'absolute'))
    return undefined;
  return link;
}

async function show(link: HTMLAnchorElement, beside: { at?: { x: number; y: number }; stays?: boolean } = {}): Promise<void> {
  const mine = timer;
  const url = new URL(link.href);
  const [{ fetchPage, excerptOf }, { showCard }] = await load();
  const excerpt = excerptOf(await fetchPage(url), decodeURIComponent(url.hash.slice(1)));
  if (!excerpt || excerpt.text.length === 0 || mine !== timer) return;
  const head = Object.assign(document.createElement('p'), { className: 'kicker' });
  head.append(excerpt.above);
  if (excerpt.mark) head.append(' ', excerpt.mark.cloneNode(true));
  const title = Object.assign(document.createElement('p'), { className: 'name' });
  title.append(Object.assign(document.createElement('a'), { href: link.href, textContent: excerpt.title }));
  await showCard(link, [head, ...(excerpt.title ? [title] : []), ...excerpt.text], excerpt.lang, beside);
}

function later(wait: number, act: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
}

const wish = (wait: number, ...asked: Parameters<typeof show>): void => later(wait, () => void show(...asked).catch(() => undefined));
const shown = (which = ''): Element | null => document.querySelector(`#preview:popover-open${which}`);
const hide = (): void => void load().then(([, { hideCard }]) => hideCard());
const inCard = ({ target }: Event): boolean => target instanceof Element && target.closest('#preview') !== null;

/** What was asked for by hand waits to be closed by hand. */
function leave(): void {
  clearTimeout(timer);
  if (shown(':not([data-stays])')) later(LEAVE, hide);
}

/** What a pointer over a link, or the focus on it, asks for. */
export function heed(event: Event): void {
  if (event instanceof PointerEvent) (event.type === 'pointerdown' ? press : hover)(event);
  if (event instanceof FocusEvent) focus(event);
}

function hover(event: PointerEvent): void {
  if (event.pointerType !== 'mouse') return;
  if (inCard(event)) return clearTimeout(timer);
  const link = linkOf(event);
  if (!link) return;
  const at = { x: event.clientX, y: event.clientY };
  later(ASK, () => {
    void load().then(([{ fetchPage }]) => fetchPage(new URL(link.href)).catch(() => undefined));
    wish(SHOW - ASK, link, { at });
  });
}

function focus(event: FocusEvent): void {
  const link = linkOf(event);
  if (link?.matches(':focus-visible')) wish(SHOW, link);
}

document.addEventListener('pointerover', hover);
document.addEventListener('pointerout', (event) => {
  if (event.pointerType === 'mouse' && (inCard(event) || linkOf(event))) leave();
});
document.addEventListener('focusin', focus);
document.addEventListener('focusout', (event) => {
  if (linkOf(event)) leave();
});
function press(event: PointerEvent): void {
  pressed = false;
  if (inCard(event)) return;
  const link = linkOf(event);
  clearTimeout(timer);
  if (shown() && !link?.matches('.note-ref')) hide();
  if (!link || event.pointerType !== 'touch') return;
  later(PRESS, () => {
    pressed = true;
    void show(link, { stays: true }).catch(() => undefined);
  });
}

document.addEventListener('pointerdown', press);
for (const end of ['pointerup', 'pointercancel'] as const)
  document.addEventListener(end, (event) => {
    if (event.pointerType === 'touch' && !pressed) clearTimeout(timer);
  });
// A press that was long enough neither opens the menu of the system nor follows the link.
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
  if (key === 'Escape' && shown()) hide();
});
addEventListener('scroll', () => shown(':not([data-stays])') && leave(), { passive: true });
document.documentElement.dataset.previews = '';
