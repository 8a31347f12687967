/** Where the notes do not hang in the margin, opens a note beside its number; without scripts the number leads to the list. */
document.addEventListener('click', (event) => {
  const number = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.note-ref') : null;
  const note = number && document.getElementById(decodeURIComponent(number.hash.slice(1)));
  if (!note || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || getComputedStyle(note).position === 'absolute') return;
  event.preventDefault();
  void open(number, note);
});

async function open(number: HTMLAnchorElement, note: Element): Promise<void> {
  const [{ bare }, { hideCard, showCard, shownFor }] = await Promise.all([import('./preview-excerpt.ts'), import('./popover.ts')]);
  const card = document.getElementById('preview')!;
  if (shownFor() === number && card.hasAttribute('data-stays')) return hideCard();
  const head = Object.assign(document.createElement('p'), { className: 'kicker' });
  const list = note.closest('.footnotes')?.querySelector('h2')?.textContent ?? '';
  const name = `${list} ${number.textContent}`;
  head.append(Object.assign(document.createElement('a'), { href: number.hash, textContent: name }));
  await showCard(number, [head, ...bare(note, true).childNodes], note.closest('[lang]')?.getAttribute('lang') ?? '', { stays: true, name });
  card.focus({ preventScroll: true });
}
