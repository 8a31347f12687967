/** Caches the output of the MDX compiler by a hash of the text of a page and of the code, so that a build compiles only changed pages. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { unified } from '@astrojs/markdown-remark';
import { hashOfParser } from './page-cache.ts';
import { basePath, sharedContent } from './shared-content.ts';
import { withoutStaticHtml } from './static-html.ts';

type Processor = Required<ReturnType<typeof unified>>;
type Compiled = Awaited<ReturnType<Awaited<ReturnType<Processor['createMdxRenderer']>>['process']>>;

/** In the cache folder of Astro, which git ignores. */
const CACHE = join(import.meta.dirname, '../../.astro/compiled');

/** Returns a Markdown processor of Astro whose MDX compiler uses the cache in a build. */
export function cachedCompiler(processor: ReturnType<typeof unified>, isBuild: () => boolean, cache = CACHE): Processor {
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const renderer = await processor.createMdxRenderer!(shared, mdx);
      if (!isBuild()) return renderer;
      mkdirSync(cache, { recursive: true });
      const common = JSON.stringify([hashOfParser(), basePath(), (await sharedContent()).site.data.languages]);
      return {
        async process(content, path, frontmatter) {
          const key = createHash('sha256')
            .update([common, path, JSON.stringify(frontmatter), content].join('\0'))
            .digest('hex');
          // One file per page: a new text replaces the former one.
          const file = join(cache, createHash('sha256').update(path).digest('hex').slice(0, 24));
          const kept = read(file);
          const compiled = kept?.key === key ? kept.compiled : await renderer.process(content, path, frontmatter);
          if (kept?.key !== key) {
            const temporary = `${file}.${process.pid}`;
            writeFileSync(temporary, JSON.stringify({ key, compiled }));
            renameSync(temporary, file);
          }
          return { ...compiled, code: withoutStaticHtml(compiled.code, path) };
        },
      };
    },
  };
}

function read(file: string): { key: string; compiled: Compiled } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { key: string; compiled: Compiled };
  } catch {
    // Missing, or cut off by a build that was killed.
    return undefined;
  }
}
