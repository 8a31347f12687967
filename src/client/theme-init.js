// Before the first paint: the reader's own choice of colours, where there is one. Without one the system decides.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // No storage, no choice.
}
