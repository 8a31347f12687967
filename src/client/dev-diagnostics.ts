/** In `npm run dev`: shows the diagnostics of the content on the page. A build does not contain this file. */
interface Diagnostic {
  kind: string;
  file: string;
  line: number;
  column: number;
  message: string;
  hint: string;
}

/** The panel covers the error page of Vite, because a problem in the panel may be the cause of the error. */
const STYLE = `
  :host { position: fixed; inset: auto 0 0 0; z-index: 100000; max-block-size: 40vh; overflow: auto; color: #1d1d1d; background: #fff4d6;
    border-block-start: 2px solid #b36b00; font: 14px/1.45 system-ui, sans-serif; }
  details { padding: 0.5rem 1rem; } summary { cursor: pointer; font-weight: 600; } ul { margin: 0.5rem 0; padding-inline-start: 1.2rem; }
  code { font-size: 13px; } li { margin-block: 0.4rem; } small { display: block; font-size: 13px; }`;

/** Loads the diagnostics. Reloads a page that was requested before the last change, because it may have missed the announcement. */
async function load(): Promise<Diagnostic[]> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/@diagnostics`);
  const { changed, diagnostics } = (await response.json()) as { changed: number; diagnostics: Diagnostic[] };
  if (changed > performance.timeOrigin) location.reload();
  return diagnostics;
}

import.meta.hot?.on('vite:ws:connect', () => void load());
const diagnostics = await load();
if (diagnostics.length > 0) {
  const panel = document.createElement('dev-diagnostics');
  const root = panel.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  root.adoptedStyleSheets = [style];
  const list = document.createElement('ul');
  for (const { kind, file, line, column, message, hint } of diagnostics) {
    const item = document.createElement('li');
    const place = document.createElement('code');
    place.textContent = `${file}:${line}:${column}`;
    const remedy = document.createElement('small');
    remedy.textContent = hint;
    item.append(place, ` ${kind}. ${message}`, remedy);
    list.append(item);
  }
  const details = document.createElement('details');
  details.open = true;
  const title = document.createElement('summary');
  title.textContent = diagnostics.length === 1 ? '1 problem in the content' : `${diagnostics.length} problems in the content`;
  details.append(title, list);
  root.append(details);
  document.body.append(panel);
}
