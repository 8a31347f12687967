/**
 * A module with the texts of the pages with components: `load(file)` returns what @astrojs/mdx compiles. The module replaces a content collection, because
 * the dev server of Astro 7.3.5 can keep an old collection for ever if a page is requested while the collection changes.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { sharedContent } from './shared-content.ts';

const ID = 'virtual:page-texts';

/** Provides the module. `compiled` returns the files that a build compiles, below the content folder; undefined for all. */
export function pageTexts(compiled: () => ReadonlySet<string> | undefined): Plugin {
  const folder = `${resolve(process.env.CONTENT_DIR ?? 'content').replaceAll('\\', '/')}/`;
  let isDev = false;
  return {
    name: 'page-texts',
    configResolved({ command }) {
      isDev = command === 'serve';
    },
    resolveId: { filter: { id: new RegExp(`^${ID}$`) }, handler: () => `\0${ID}` },
    load: {
      filter: { id: new RegExp(`^\0${ID}$`) },
      async handler() {
        // In development, files appear and disappear.
        if (isDev) return `export const load = (file) => import(/* @vite-ignore */ ${JSON.stringify(folder)} + file);`;
        const { site } = await sharedContent();
        const pages = site.locales.flatMap((locale) => [...locale.pages.values()]);
        const files = new Set(pages.flatMap(({ file, html }) => (html === undefined && compiled()?.has(file) !== false ? file : [])));
        // One chunk for all pages: writing and loading one per page takes longer than compiling them.
        const imports = [...files].map((file, at) => `import * as t${at} from ${JSON.stringify(folder + file)};`);
        const texts = [...files].map((file, at) => `${JSON.stringify(file)}: t${at}`);
        return [...imports, `const texts = { ${texts.join(', ')} };`, 'export const load = (file) => texts[file];'].join('\n');
      },
    },
  };
}
