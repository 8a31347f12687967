import { escapeMarkup } from './markup.ts';

/** A place on a page where an address that is no longer there lands. */
export interface Landing {
  /** The old fragment. */
  name: string;
  /** The id of the element that it lands on; empty for the top of the text. */
  on: string;
  /** What the reader is told there; empty when there is nothing to tell. */
  line: string;
  /** Where the passage went, when it left the page. */
  to?: { href: string; title: string } | undefined;
}

/**
 * Put an element for each old address into the HTML of a page, at the place where it lands, so that a fragment is answered without a
 * script. Before a block, and inside an item of a list or a table, where nothing else may stand before it.
 */
export function placeLandings(html: string, landings: readonly Landing[]): string {
  return landings.reduce((text, landing) => {
    const at = placeIn(text, landing.on);
    return text.slice(0, at) + elementOf(landing) + text.slice(at);
  }, html);
}

function placeIn(html: string, id: string): number {
  if (!id) return 0;
  const found = new RegExp(`<([a-z][\\w-]*)(?:\\s[^>]*)?\\sid="${id.replaceAll('.', '\\.')}"[^>]*>`).exec(html);
  if (!found) return 0;
  return INNER.has(found[1]!) ? found.index + found[0].length : found.index;
}

const INNER = new Set(['li', 'dd', 'td']);

function elementOf({ name, line, to }: Landing): string {
  const link = to ? ` <a href="${escapeMarkup(to.href)}">${escapeMarkup(to.title)}</a>` : '';
  const told = line ? `<p>${escapeMarkup(line)}${link}</p>` : '';
  return `<div class="moved" id="${escapeMarkup(name)}">${told}</div>`;
}
