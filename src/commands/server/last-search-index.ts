import type { AstroIntegration } from 'astro';
import { createHandler } from './static-files.ts';

/** Serves the search index of the last build in `npm run dev`: an index needs all pages, but the dev server renders them on demand. */
export function lastSearchIndex(): AstroIntegration {
  const { OUT_DIR = 'dist', BASE_PATH = '' } = process.env;
  const base = `/${BASE_PATH}/`.replace(/\/{2,}/g, '/');
  return {
    name: 'last-search-index',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const answer = createHandler(OUT_DIR, base);
        server.middlewares.use((request, response, next) => {
          const isSearch = ['pagefind/', 'search-index/'].some((folder) => request.url?.startsWith(base + folder));
          if (isSearch) answer(request, response);
          else next();
        });
      },
    },
  };
}
