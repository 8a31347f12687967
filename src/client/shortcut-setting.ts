/** Whether single-key shortcuts are enabled. Users of speech input can disable them (WCAG 2.1.4). */
const KEY = 'keys';

export function shortcutsEnabled(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Saves the setting. Without storage the shortcuts stay enabled. */
export function setShortcutsEnabled(enabled: boolean): void {
  try {
    if (enabled) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is blocked.
  }
}

/** Returns the key of a shortcut. In a layout without Latin letters, that is the letter at the same place of the keyboard. */
export const keyOf = ({ key, code }: KeyboardEvent): string =>
  key > '~' ? code.slice(-1).toLowerCase() : code === 'Slash' && key === '.' ? '/' : key;

/** Whether a key is for a field or a dialog. The browser keeps the focus in a closed dialog until the next frame. */
export const isForInput = (target: EventTarget | null): boolean =>
  target instanceof Element && Boolean(target.closest('input, textarea, select, [contenteditable], dialog')?.checkVisibility());
