/** The keys of the reader, listed under `?`. Single keys can be switched off there, for those who dictate (WCAG 2.1.4). */
const dialog = document.querySelector<HTMLDialogElement>('#keys')!;
const toggle = dialog.querySelector<HTMLInputElement>('input')!;
const areOff = (): boolean => {
  try {
    return localStorage.getItem('keys') === 'off';
  } catch {
    return false;
  }
};

const acts: Record<string, () => void> = {
  '?': () => dialog.showModal(),
  n: () => follow('[rel="next"]'),
  p: () => follow('[rel="prev"]'),
  c: () => {
    const contents = document.querySelector('.contents');
    contents?.querySelector('details')?.setAttribute('open', '');
    contents?.querySelector<HTMLAnchorElement>('[aria-current], a')?.focus();
  },
  h: () => follow('.masthead .name'),
};

function follow(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click();
}

/** Do what a key stands for, unless it is typed into a field. */
export function press(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (
    ctrlKey ||
    metaKey ||
    altKey ||
    isComposing ||
    (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog'))
  )
    return;
  if (areOff()) {
    if (key === '/') event.stopImmediatePropagation();
    return;
  }
  if (!Object.hasOwn(acts, key)) return;
  event.preventDefault();
  acts[key]!();
}

// Before the search hears its own key, so that it too can be switched off.
document.addEventListener('keydown', press, { capture: true });
toggle.checked = !areOff();
toggle.addEventListener('change', () => {
  try {
    if (toggle.checked) localStorage.removeItem('keys');
    else localStorage.setItem('keys', 'off');
  } catch {
    // Then they stay on.
  }
});
const button = document.querySelector<HTMLButtonElement>('[commandfor="keys"]')!;
button.parentElement!.hidden = false;
button.addEventListener('click', () => {
  if (!dialog.open) dialog.showModal();
});
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
