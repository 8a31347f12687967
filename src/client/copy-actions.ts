import { anchorTarget, quotationOf, type AnchorTarget } from './anchor-target.ts';
import { textFragment } from './text-fragment.ts';

/** The placeholder for the access date in a GOST citation. */
const ACCESS_DATE = 'ДД.ММ.ГГГГ';

/** Opens the menu of the page at an anchor link. */
export function openAnchorMenu(host: HTMLElement, link: HTMLAnchorElement): void {
  const menu = host.querySelector<HTMLElement>('[popover]')!;
  const output = menu.querySelector('output')!;
  const target = anchorTarget(link, host.dataset);
  const texts = textsOf(target);
  menu.hidePopover();
  menu.querySelector('p')!.textContent = target.address;
  output.textContent = '';
  const buttons = [...menu.querySelectorAll('button')].filter(({ value, parentElement }) => !(parentElement!.hidden = !texts.has(value)));
  const closing = new AbortController();
  const { signal } = closing;

  async function choose(event: Event): Promise<void> {
    const button = (event.target as Element).closest('button');
    if (!button) return;
    if (button.value === 'sheet') return navigator.share({ title: target.title, url: target.share }).catch(() => undefined);
    const text = texts.get(button.value)!;
    const copied = await copy(text);
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

  // The stylesheet uses the expanded link as the CSS anchor of the menu.
  link.ariaExpanded = 'true';
  menu.showPopover();
  menu.addEventListener('click', choose, { signal });
  menu.addEventListener('keydown', move, { signal });
  menu.addEventListener('beforetoggle', close, { signal });
}

/** Writes a text to the clipboard. Returns whether the browser allowed it. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns the texts that can be copied, by the value of their button. */
function textsOf({ url, share, title, elements }: AnchorTarget): Map<string, string> {
  const link = `[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`;
  const quoted = elements.map(quotationOf).filter(Boolean);
  const fragment = textFragment(getSelection(), elements);
  const texts = new Map([
    ['link', url],
    ['share', share],
    ['markdown', link],
  ]);
  if (quoted.length > 0) texts.set('quotation', [...quoted, `— ${link}`].map((text) => text.replace(/^/gm, '> ')).join('\n>\n'));
  if (fragment) texts.set('words', `${url}${url.includes('#') ? '' : '#'}${fragment}`);
  if ('share' in navigator) texts.set('sheet', share);
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? url;
  const today = new Date().toLocaleDateString('ru');
  for (const { dataset, textContent } of document.querySelectorAll<HTMLElement>('.citations pre'))
    texts.set(dataset.format!, textContent!.replace(page, page + new URL(url).hash).replace(ACCESS_DATE, today));
  return texts;
}
