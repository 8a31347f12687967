/**
 * A module with the texts of the pages: `load(file)` returns what @astrojs/mdx compiles, or the HTML of a page without components. The module replaces a
 * content collection, because the dev server of Astro 7.3.5 can keep an old collection for ever if a page is requested while the collection changes.
 */
import { resolve } from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import type { Plugin } from 'vite';
import { nodesIn } from '../markdown/nodes-in.ts';
import { COMPONENT_ELEMENTS } from '../markdown/page-props.ts';
import type { PageEntry } from '../model/entry.ts';
import { parsedTree } from '../model/parse-page.ts';
import { sharedContent } from './shared-content.ts';
import { wholeHtml } from './static-html.ts';

const ID = 'virtual:page-texts';

/** The HTML of pages by file. On `globalThis`, because the pages are compiled and rendered in two module graphs of one process. */
const KEY = 'HTML of the pages without components';

/** Provides the module. `compiled` returns the files that a build compiles, below the content folder; undefined for all. */
export function pageTexts(processor: ReturnType<typeof unified>, compiled: () => ReadonlySet<string> | undefined): Plugin {
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
        const pages = (await sharedContent()).entries.filter((entry): entry is PageEntry => entry.file.endsWith('.mdx'));
        const files = compiled() ?? new Set(pages.map(({ file }) => file));
        const html = await wholePages(pages.filter(({ file }) => files.has(file)));
        (globalThis as { [key: symbol]: unknown })[Symbol.for(KEY)] = html;
        // One chunk for all pages: writing and loading one per page takes longer than compiling them.
        const others = [...files].filter((file) => !html.has(file));
        const imports = others.map((file, at) => `import * as t${at} from ${JSON.stringify(folder + file)};`);
        const texts = others.map((file, at) => `${JSON.stringify(file)}: t${at}`);
        return [
          ...imports,
          `const texts = { ${texts.join(', ')} };`,
          `const html = globalThis[Symbol.for(${JSON.stringify(KEY)})];`,
          'export const load = (file) => texts[file] ?? { html: html.get(file) };',
        ].join('\n');
      },
    },
  };

  /** Compiles the pages that are static as a whole, as @astrojs/mdx does, and returns their HTML. As modules, 1,000 pages take the bundler 3 s. */
  async function wholePages(pages: readonly PageEntry[]): Promise<Map<string, string>> {
    const renderer = await processor.createMdxRenderer!({ syntaxHighlight: false }, { optimize: OPTIMIZE, srcDir: new URL('../', import.meta.url) });
    const html = new Map<string, string>();
    for (const { file, body } of pages) {
      const tree = parsedTree(file, body);
      if (!tree || nodesIn(tree).some(({ type }) => type.startsWith('mdx') || type === 'diagram')) continue;
      const text = wholeHtml((await renderer.process(body, folder + file, {})).code);
      if (text !== undefined) html.set(file, text);
    }
    return html;
  }
}

/** The option `optimize` of @astrojs/mdx. */
export const OPTIMIZE = { ignoreElementNames: COMPONENT_ELEMENTS };
