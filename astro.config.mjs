import './src/commands/without-reports.ts';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { marks } from './src/markdown/marks.ts';
import { noteOptions, notes } from './src/markdown/notes.ts';
import { pageProps } from './src/markdown/page-props.ts';
import { remarkPlugins } from './src/markdown/parser.ts';
import { preloading } from './src/layouts/preloading.ts';
import { sourceProblems } from './src/checks/integration.ts';
import { lastSearchIndex } from './src/commands/last-search-index.ts';

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  outDir: process.env.OUT_DIR || 'dist',
  trailingSlash: 'always',
  // Inline styles and scripts would break the Content-Security-Policy.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, modulePreload: false }, plugins: [preloading()] },
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins,
      remarkRehype: noteOptions,
      rehypePlugins: [pageProps, notes, marks],
    }),
  },
  integrations: [mdx(), sourceProblems(), lastSearchIndex()],
});
