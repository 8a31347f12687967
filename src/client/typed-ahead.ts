/** Keep what is typed from now on away from the page; the function that is given ends this and gives the words. */
export function typedAhead(): () => string {
  const typed: string[] = [];
  const keep = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || (key !== 'Backspace' && [...key].length > 1)) return;
    if (key === 'Backspace') typed.pop();
    else typed.push(key);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', keep, true);
  return () => {
    removeEventListener('keydown', keep, true);
    return typed.join('');
  };
}
