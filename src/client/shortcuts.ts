/** The keyboard shortcuts. The dialog of `?` lists them and can disable them. */
import { isForInput, keyOf, shortcutsEnabled, setShortcutsEnabled } from './shortcut-setting.ts';

const dialog = document.querySelector<HTMLDialogElement>('#keys')!;
const toggle = dialog.querySelector<HTMLInputElement>('input')!;

const actions: Record<string, () => void> = {
  '?': () => dialog.showModal(),
  n: () => click('[rel="next"]'),
  p: () => click('[rel="prev"]'),
  c: () => {
    const contents = document.querySelector('.toc');
    contents?.querySelector('details')?.setAttribute('open', '');
    contents?.querySelector<HTMLAnchorElement>('[aria-current], a')?.focus();
  },
  h: () => click('.site-header .name'),
};

function click(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click();
}

/** Runs the shortcut of a key, except in a field, in a dialog, or with a modifier. */
export function onShortcut(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing || isForInput(target)) return;
  const key = keyOf(event);
  if (!Object.hasOwn(actions, key) || !shortcutsEnabled()) return;
  event.preventDefault();
  actions[key]!();
}

document.addEventListener('keydown', onShortcut, { capture: true });
toggle.checked = shortcutsEnabled();
toggle.addEventListener('change', () => setShortcutsEnabled(toggle.checked));
const button = document.querySelector<HTMLButtonElement>('[commandfor="keys"]')!;
button.parentElement!.hidden = false;
button.addEventListener('click', (event) => {
  // Only some browsers know the command of the button.
  event.preventDefault();
  if (!dialog.open) dialog.showModal();
});
