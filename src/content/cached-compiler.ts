/** Caches the output of the MDX compiler by a hash of the text of a page and of the code, so that a build compiles only changed pages. */
import { join } from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { cacheOf, hashOf, hashOfCode, readCached, storeCached } from '../cache/disk-cache.ts';
import { basePath, sharedContent } from './shared-content.ts';
import { withoutStaticHtml } from './static-html.ts';

type Processor = Required<ReturnType<typeof unified>>;
type Compiled = Awaited<ReturnType<Awaited<ReturnType<Processor['createMdxRenderer']>>['process']>>;

/** Returns a Markdown processor of Astro whose MDX compiler uses the cache in a build. */
export function cachedCompiler(processor: ReturnType<typeof unified>, isBuild: () => boolean, cache?: string): Processor {
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const renderer = await processor.createMdxRenderer!(shared, mdx);
      if (!isBuild()) return renderer;
      const { folder, site } = await sharedContent();
      const into = cache ?? cacheOf('compiled', folder);
      const common = JSON.stringify([hashOfCode(), basePath(), site.data.languages]);
      return {
        async process(content, path, frontmatter) {
          const key = hashOf(common, path, JSON.stringify(frontmatter), content);
          // One file per page: a new text replaces the former one.
          const file = join(into, hashOf(path).slice(0, 24));
          const compiled = readCached<Compiled>(file, key) ?? storeCached(file, key, await renderer.process(content, path, frontmatter));
          return { ...compiled, code: withoutStaticHtml(compiled.code, path) };
        },
      };
    },
  };
}
