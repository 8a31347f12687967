/** The time for which a button says that it has copied, in milliseconds. */
const SHOWN = 2500;

/** The buttons that copy the result of a walk. The text is on the page, so that it can also be copied without them. */
document.addEventListener('click', async ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-copy]');
  if (!button) return;
  const text = button.closest('section')!.querySelectorAll('pre')[+button.dataset.copy!]!;
  try {
    await navigator.clipboard.writeText(text.textContent!);
    const name = (button.dataset.name ??= button.textContent!);
    button.textContent = button.dataset.copied!;
    setTimeout(() => (button.textContent = name), SHOWN);
  } catch {
    (text.parentElement as HTMLDetailsElement).open = true;
  }
});
