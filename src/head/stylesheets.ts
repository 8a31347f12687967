/** The stylesheets of a page: what every page wears, and every page of text, stays in the reader's cache, and only what its kind adds is loaded on the next. */
import page from '../styles/main.css?url';
import article from '../styles/article.css?url';
import decision from '../styles/decision.css?url';
import diagram from '../styles/diagram-frame.css?url';
import front from '../styles/home.css?url';
import list from '../styles/list.css?url';
import lost from '../styles/not-found.css?url';
import source from '../styles/source.css?url';
import text from '../styles/text.css?url';
import walk from '../styles/walk.css?url';

export { default as paper } from '../styles/print.css?url';

const OF_KIND = new Map([
  ['404', [lost]],
  ['article', [text, article]],
  ['decision', [text, decision]],
  ['forward', []],
  ['front', [text, front]],
  ['list', [list]],
  ['print', [text, list, article, source, walk, decision]],
  ['search', []],
  ['source', [text, source]],
  ['walk', [text, walk]],
]);

/** List the addresses of the sheets for the screen, in the order of the cascade. */
export function sheetsOf(kind: string, drawn: boolean): string[] {
  return [page, ...(OF_KIND.get(kind) ?? (drawn ? [text, diagram] : [text]))];
}
