/** The keys of the reader, listed under `?`, where they can be switched off. */
import { areKeysOn, keepKeys } from './shortcut-setting.ts';

const dialog = document.querySelector<HTMLDialogElement>('#keys')!;
const toggle = dialog.querySelector<HTMLInputElement>('input')!;

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

/** Do what a key stands for, unless it is typed into a field or was meant for something else. */
export function press(event: KeyboardEvent): void {
  const { key, target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (
    defaultPrevented ||
    ctrlKey ||
    metaKey ||
    altKey ||
    isComposing ||
    (target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog'))
  )
    return;
  if (!Object.hasOwn(acts, key) || !areKeysOn()) return;
  event.preventDefault();
  acts[key]!();
}

document.addEventListener('keydown', press, { capture: true });
toggle.checked = areKeysOn();
toggle.addEventListener('change', () => keepKeys(toggle.checked));
const button = document.querySelector<HTMLButtonElement>('[commandfor="keys"]')!;
button.parentElement!.hidden = false;
button.addEventListener('click', () => {
  if (!dialog.open) dialog.showModal();
});
dialog.addEventListener('click', ({ target }) => {
  if (target === dialog) dialog.close();
});
