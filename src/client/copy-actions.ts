import { anchorTarget, type AnchorTarget } from './anchor-target.ts';
import { decoded } from './decoded.ts';
import { quote } from './quotation.ts';
import { textFragment } from './text-fragment.ts';

/** The placeholder for the access date in a GOST citation. */
const ACCESS_DATE = 'ДД.ММ.ГГГГ';

/** The height of the copied text in the menu, and of the line at the top of the window, in pixels. */
const COPIED_HEIGHT = 140;
const LINE_HEIGHT = 60;
/** The size of the menu, and the minimum width of a window where the menu is beside its passage, in pixels, as in its stylesheet. */
const MENU = { width: 300, height: 600, anchored: 768 };

/** Opens the menu of the page at an anchor link. */
export function openAnchorMenu(host: HTMLElement, link: HTMLAnchorElement): void {
  const menu = host.querySelector<HTMLElement>('[popover]')!;
  const output = menu.querySelector('output')!;
  const target = anchorTarget(link, host.dataset);
  const { texts, html } = textsOf(target, host.dataset);
  const { pathname, hash } = new URL(target.url);
  const isHere = pathname === location.pathname;
  menu.hidePopover();
  menu.querySelector('p')!.textContent = target.address;
  output.textContent = '';
  // The same passage in the other languages, unless it is on another page.
  for (const other of menu.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
    other.hash = hash;
    other.parentElement!.hidden = !isHere;
  }
  const buttons = [...menu.querySelectorAll('button')].filter(({ value, parentElement }) => !(parentElement!.hidden = !texts.has(value)));
  const report = menu.querySelector<HTMLAnchorElement>('.report');
  // In the link, the address of the passage replaces the address of the page.
  if (report)
    report.href = (report.dataset.page ??= report.href).replace(
      /https?%3A%2F%2F.*?(?=%0A|&|$)/,
      (page) => (isHere ? page : encodeURIComponent(new URL(pathname, decoded(page)).href)) + encodeURIComponent(hash),
    );
  const closing = new AbortController();
  const { signal } = closing;

  async function choose(event: Event): Promise<void> {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    if (button.value === 'sheet') return navigator.share({ title: target.title, url: target.share }).catch(() => undefined);
    const text = texts.get(button.value)!;
    const copied = await copy(text, button.value === 'quotation' ? html : undefined);
    output.replaceChildren(
      Object.assign(document.createElement('strong'), { textContent: copied ? host.dataset.copied : host.dataset.failed }),
      Object.assign(document.createElement('pre'), { textContent: text }),
    );
    if (!copied) getSelection()?.selectAllChildren(output.lastElementChild!);
  }

  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    buttons.at((buttons.indexOf(document.activeElement as HTMLButtonElement) + step) % buttons.length)?.focus();
  }

  function close({ newState }: ToggleEvent): void {
    if (newState !== 'closed') return;
    link.ariaExpanded = null;
    closing.abort();
  }

  /** Scrolls the passage to the top of a wide window that has no room for the menu beside, below or above it. */
  function makeRoom(): void {
    const { top, bottom, left, right } = target.elements[0]!.getBoundingClientRect();
    const isBeside = Math.max(left, innerWidth - right) >= MENU.width;
    const isBelow = Math.max(top, innerHeight - bottom) >= MENU.height;
    if (innerWidth >= MENU.anchored && !isBeside && !isBelow) scrollBy({ top: top - LINE_HEIGHT });
  }

  /** Scrolls the passage out from under the menu. */
  function uncover(): void {
    const passage = target.elements[0]!.getBoundingClientRect();
    const { top, left, right } = menu.getBoundingClientRect();
    const covered = passage.bottom + COPIED_HEIGHT - top;
    const isUnder = passage.left < right && passage.right > left && covered > 0 && passage.top < menu.getBoundingClientRect().bottom;
    if (isUnder && getComputedStyle(menu).insetBlockEnd === '0px') scrollBy({ top: Math.min(covered, passage.top - LINE_HEIGHT) });
  }

  // The stylesheet uses the expanded link as the CSS anchor of the menu.
  link.ariaExpanded = 'true';
  makeRoom();
  menu.showPopover();
  uncover();
  menu.addEventListener('click', choose, { signal });
  menu.addEventListener('keydown', move, { signal });
  menu.addEventListener('beforetoggle', close, { signal });
}

/** Writes a text to the clipboard, for editors with formatting also as HTML. Returns whether the browser allowed it. */
async function copy(text: string, html?: string): Promise<boolean> {
  try {
    if (html && typeof ClipboardItem === 'function') {
      const forms = Object.entries({ 'text/plain': text, 'text/html': html });
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms.map(([type, form]) => [type, new Blob([form], { type })])))]);
    } else await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns the texts that can be copied, by the value of their button, and the HTML of the quotation. */
function textsOf(
  { url, share, title, elements }: AnchorTarget,
  { marks = '' }: DOMStringMap,
): { texts: Map<string, string>; html: string | undefined } {
  const quoted = quote(elements, { title, url, marks: marks.split(' ') });
  const fragment = textFragment(getSelection(), elements);
  const texts = new Map([
    ['link', url],
    ['markdown', `[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`],
  ]);
  if (share !== url) texts.set('share', share);
  if (quoted) texts.set('quotation', quoted.plain).set('quotation-markdown', quoted.markdown);
  if (fragment) texts.set('words', `${url}${url.includes('#') ? '' : '#'}${fragment}`);
  if ('share' in navigator) texts.set('sheet', share);
  const { pathname, hash } = new URL(url);
  // The citations are those of this page.
  if (pathname !== location.pathname) return { texts, html: quoted?.html };
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? url;
  const today = new Date().toLocaleDateString('ru');
  for (const { dataset, textContent } of document.querySelectorAll<HTMLElement>('.citations pre'))
    texts.set(dataset.format!, textContent!.replace(page, page + hash).replace(ACCESS_DATE, today));
  return { texts, html: quoted?.html };
}
