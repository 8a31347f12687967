/** Keeps what @astrojs/mdx makes of a page by a hash of its text and of the code, so that a build compiles only the pages that have changed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { basePath, sharedContent } from './shared-content.ts';
import { hashOfParser } from './page-cache.ts';

/** Beside the work of Astro, ignored by git. */
const CACHE = join(import.meta.dirname, '../../.astro/compiled');
/** The plugin of @astrojs/mdx that compiles. In another version without it nothing is kept. */
const COMPILER = '@mdx-js/rolldown';

type Transform = (this: unknown, code: string, id: string, ...rest: unknown[]) => Promise<unknown>;

/** Wraps the compiler of @astrojs/mdx in a build. */
export function compiledMdx(cache = CACHE): Plugin {
  return {
    name: 'compiled-mdx',
    apply: 'build',
    configResolved({ plugins }) {
      const transform = plugins.find(({ name }) => name === COMPILER)?.transform;
      if (!transform || typeof transform === 'function') return;
      const own = transform as { handler: Transform };
      const compile = own.handler;
      mkdirSync(cache, { recursive: true });
      let parser: string | undefined;
      own.handler = async function (code, id, ...rest) {
        parser ??= hashOfParser();
        const key = createHash('sha256')
          .update([parser, basePath(), (await sharedContent()).site.data.languages, id, code].join('\0'))
          .digest('hex');
        // One file a page: a new text replaces the former one.
        const path = join(cache, createHash('sha256').update(id).digest('hex').slice(0, 24));
        const kept = read(path);
        if (kept?.key === key) return kept.result;
        const result = await compile.call(this, code, id, ...rest);
        const temporary = `${path}.${process.pid}`;
        writeFileSync(temporary, JSON.stringify({ key, result }));
        renameSync(temporary, path);
        return result;
      };
    },
  };
}

function read(path: string): { key: string; result: unknown } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { key: string; result: unknown };
  } catch {
    // Missing, or cut off by a build that was killed.
    return undefined;
  }
}
