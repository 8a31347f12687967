/** Whether keys alone do something on the page; who dictates can switch them off (WCAG 2.1.4). */
const NAME = 'keys';

export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

/** Keep the choice, where anything may be kept; elsewhere they stay on. */
export function keepKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, 'off');
  } catch {
    // Then they stay on.
  }
}
