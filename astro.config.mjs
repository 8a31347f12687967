import './src/commands/lib/without-reports.ts';
import { defineConfig } from 'astro/config';
import { vitePreloadHelper } from './src/head/vite-preload-helper.ts';
import { contentDiagnostics } from './src/checks/dev-integration.ts';
import { lastSearchIndex } from './src/commands/lib/last-search-index.ts';

export default defineConfig({
  site: process.env.SITE_URL || undefined,
  base: process.env.BASE_PATH || '/',
  outDir: process.env.OUT_DIR || 'dist',
  trailingSlash: 'always',
  // Inline styles and scripts would break the Content-Security-Policy.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0, modulePreload: false }, plugins: [vitePreloadHelper()] },
  devToolbar: { enabled: false },
  integrations: [contentDiagnostics(), lastSearchIndex()],
});
