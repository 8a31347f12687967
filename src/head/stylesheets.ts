/** The stylesheets of each kind of page. `main` and `text` are shared and stay in the browser's cache; each kind adds one of its own. */
import main from '../styles/main.css?url';
import article from '../styles/article.css?url';
import decision from '../styles/decision.css?url';
import diagram from '../styles/diagram-frame.css?url';
import home from '../styles/home.css?url';
import list from '../styles/list.css?url';
import notFound from '../styles/not-found.css?url';
import source from '../styles/source.css?url';
import text from '../styles/text.css?url';
import walk from '../styles/walk.css?url';

export { default as printStylesheet } from '../styles/print.css?url';

const byKind = new Map([
  ['404', [notFound]],
  ['about', [text, list]],
  ['article', [text, article]],
  ['decision', [text, decision]],
  ['forward', []],
  ['front', [text, home]],
  ['list', [list]],
  ['print', [text, list, article, source, walk, decision]],
  ['search', []],
  ['source', [text, source]],
  ['walk', [text, walk]],
]);

/** Returns the URLs of the stylesheets for the screen, in the order of the cascade. */
export function stylesheetsOf(kind: string, hasDiagram: boolean): string[] {
  const ownDiagram = kind === 'front' || !byKind.has(kind);
  return [main, ...(byKind.get(kind) ?? [text]), ...(hasDiagram && ownDiagram ? [diagram] : [])];
}
