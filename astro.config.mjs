import './src/commands/environment/without-reports.ts';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { refuseCode } from './src/markdown/allowed-html.ts';
import { footnoteOptions } from './src/markdown/footnotes.ts';
import { COMPONENT_ELEMENTS } from './src/markdown/page-props.ts';
import { rehypePlugins } from './src/markdown/processor.ts';
import { pageTexts } from './src/content/page-texts.ts';
import { modelTree } from './src/content/parsed-tree.ts';
import { basePath, sharedContent } from './src/content/shared-content.ts';
import { vitePreloadHelper } from './src/head/vite-preload-helper.ts';
import { compiledFiles, isBuild } from './src/output/rendered-pages.ts';
import { contentDiagnostics } from './src/checks/dev-integration.ts';
import { lastSearchIndex } from './src/commands/server/last-search-index.ts';

const languages = async () => (await sharedContent()).site?.data.languages ?? [];

const markdown = unified({
  gfm: false,
  smartypants: false,
  remarkPlugins: [[modelTree, { isBuild }], refuseCode],
  remarkRehype: footnoteOptions,
  rehypePlugins: rehypePlugins(languages, basePath()),
});

// `defineConfig` of Astro returns its argument; loading it takes 0.4 s.
/** @satisfies {import('astro').AstroUserConfig} */
export default {
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  outDir: process.env.OUT_DIR || 'dist',
  trailingSlash: 'always',
  // Inline styles and scripts would break the Content-Security-Policy.
  // Astro waits for the disk, and for the threads that finish pages; it renders other pages meanwhile.
  build: { inlineStylesheets: 'never', concurrency: 32 },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: false },
    plugins: [vitePreloadHelper(), pageTexts(compiledFiles)],
    // In development the pages of a build that runs meanwhile would reload the open page, each of them.
    server: { watch: { ignored: ['**/.astro/{background,building,discarded,indexed,packed,parsed,references,rendered}/**', '**/dist/**'] } },
  },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: markdown,
  },
  integrations: [mdx({ optimize: { ignoreElementNames: COMPONENT_ELEMENTS } }), contentDiagnostics(), lastSearchIndex()],
};
