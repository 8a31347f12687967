/** Loads a part of the client code together with what it imports. */
import type { Plugin } from 'vite';

// Vite calls this by the same name, with the paths under the base of what the part imports. Its own also waits for stylesheets and
// tells of errors, which the parts see to by themselves, and made a fifth of what a page runs.
const HELPER = `
const asked = new Set();
export const __vitePreload = (load, paths = []) => {
  for (const path of paths) {
    if (asked.has(path)) continue;
    asked.add(path);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: new URL('../' + path, import.meta.url) }));
  }
  return load();
};`;

/** Put a short helper for dynamic imports in the place of Vite's. */
export function preloading(): Plugin {
  return {
    name: 'preloading',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? HELPER : undefined),
  };
}
