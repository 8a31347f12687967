import { passageAt, wordsOf, type Passage } from './anchor-target.ts';
import { directiveOf } from './text-fragment.ts';

/** Where a citation by GOST waits for the day on which the page was looked at. */
const ACCESSED = 'ДД.ММ.ГГГГ';

/** Open the one menu of a page at a mark. */
export function openMenu(host: HTMLElement, mark: HTMLAnchorElement): void {
  const menu = host.querySelector<HTMLElement>('[popover]')!;
  const output = menu.querySelector('output')!;
  const passage = passageAt(mark, host.dataset);
  const texts = textsOf(passage);
  menu.hidePopover();
  menu.querySelector('p')!.textContent = passage.address;
  output.textContent = '';
  const buttons = [...menu.querySelectorAll('button')].filter(({ value, parentElement }) => !(parentElement!.hidden = !texts.has(value)));
  const closing = new AbortController();
  const { signal } = closing;

  async function choose({ target }: Event): Promise<void> {
    const button = (target as Element).closest('button');
    if (!button) return;
    if (button.value === 'sheet') return navigator.share({ title: passage.title, url: passage.share }).catch(() => undefined);
    const text = texts.get(button.value)!;
    const copied = await write(text);
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
    mark.ariaExpanded = null;
    closing.abort();
  }

  // The menu hangs on the mark that is expanded: the stylesheet makes that one the anchor.
  mark.ariaExpanded = 'true';
  menu.showPopover();
  menu.addEventListener('click', choose, { signal });
  menu.addEventListener('keydown', move, { signal });
  menu.addEventListener('beforetoggle', close, { signal });
}

/** Put a text on the clipboard; tell whether the browser let it. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Write all that can be copied of a passage, by the name of its button. */
function textsOf({ url, share, title, elements }: Passage): Map<string, string> {
  const link = `[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`;
  const quoted = elements.map(wordsOf).filter(Boolean);
  const directive = directiveOf(getSelection(), elements);
  const texts = new Map([
    ['link', url],
    ['share', share],
    ['markdown', link],
  ]);
  if (quoted.length > 0) texts.set('quotation', [...quoted, `— ${link}`].map((text) => text.replace(/^/gm, '> ')).join('\n>\n'));
  if (directive) texts.set('words', `${url}${url.includes('#') ? '' : '#'}${directive}`);
  if ('share' in navigator) texts.set('sheet', share);
  const page = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? url;
  const today = new Date().toLocaleDateString('ru');
  for (const { dataset, textContent } of document.querySelectorAll<HTMLElement>('.citations pre'))
    texts.set(dataset.form!, textContent!.replace(page, page + new URL(url).hash).replace(ACCESSED, today));
  return texts;
}
