/** Loads a dynamic import together with its own imports. */
import type { Plugin } from 'vite';

// Vite calls this function with the paths of the imports. Its own helper also waits for stylesheets and reports errors, which the client code
// does itself, and was a fifth of the script of a page.
const HELPER = `
const requested = new Set();
export const __vitePreload = (load, paths = []) => {
  for (const path of paths) {
    if (requested.has(path)) continue;
    requested.add(path);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: new URL('../' + path, import.meta.url) }));
  }
  return load();
};`;

/** Replaces Vite's helper for dynamic imports with a shorter one. */
export function vitePreloadHelper(): Plugin {
  return {
    name: 'vite-preload-helper',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? HELPER : undefined),
  };
}
