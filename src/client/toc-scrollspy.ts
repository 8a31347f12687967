import { decoded } from './decoded.ts';

/** Marks the current section in the table of contents, and names it in the line at the top of the window. */
const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.toc a[href^="#"]')].map((link) => [decoded(link.hash.slice(1)), link]));
const section = document.querySelector('.place-section');
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);

/** Marks the current section: the last one whose heading is in the upper third of the window; at the end of the page, the last visible one. */
function mark(): void {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const line = atEnd ? innerHeight : innerHeight / 3;
  // If the first section is the target of the URL, it is low in the window, below the title and the summary.
  const current =
    headings.findLast((heading) => heading.checkVisibility() && heading.getBoundingClientRect().top < line) ??
    headings.slice(0, 1).find((heading) => heading.matches(':target'));
  for (const [id, link] of links) {
    if (id === current?.id) link.setAttribute('aria-current', 'location');
    else link.removeAttribute('aria-current');
  }
  if (section) section.textContent = (current && links.get(current.id)?.textContent) ?? '';
}

if (headings.length > 0) {
  let scheduled = false;
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      mark();
    });
  };
  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule);
  // The target of a link can be reached without scrolling.
  addEventListener('hashchange', schedule);
  schedule();
}
