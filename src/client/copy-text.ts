/** The buttons that copy the result of a walk. The text is on the page, so that it can also be copied without them. */
document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLButtonElement>('[data-copy]');
  if (!button) return;
  const text = button.closest('section')!.querySelectorAll('pre')[Number(button.dataset.copy)]!;
  navigator.clipboard.writeText(text.textContent!).then(
    () => (button.textContent = button.dataset.copied!),
    () => {
      text.closest('details')!.open = true;
      getSelection()?.selectAllChildren(text);
    },
  );
});
