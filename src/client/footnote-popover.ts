/** Opens a footnote in a popover, unless it is in the margin. Without scripts, its number is a link to the list. */
import { decoded } from './decoded.ts';

document.addEventListener('click', (event) => {
  const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.footnote-ref') : null;
  const note = number && document.getElementById(decoded(number.hash.slice(1)));
  if (!note || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || getComputedStyle(note).position === 'absolute') return;
  event.preventDefault();
  void open(number, note);
});

async function open(number: HTMLAnchorElement, note: Element): Promise<void> {
  const [{ cloneForPreview }, { hidePopover, showPopover, currentTrigger }] = await Promise.all([
    import('./preview-excerpt.ts'),
    import('./popover.ts'),
  ]);
  const popover = document.getElementById('preview')!;
  if (currentTrigger() === number && popover.hasAttribute('data-sticky')) return hidePopover();
  const head = Object.assign(document.createElement('p'), { className: 'kicker' });
  const list = note.closest('.footnotes')?.querySelector('h2')?.textContent ?? '';
  const name = `${list} ${number.textContent}`;
  head.append(Object.assign(document.createElement('a'), { href: number.hash, textContent: name }));
  await showPopover(number, [head, ...cloneForPreview(note, true).childNodes], note.closest('[lang]')?.getAttribute('lang') ?? '', {
    sticky: true,
    name,
  });
  popover.focus({ preventScroll: true });
}
