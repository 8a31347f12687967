import type { AstroIntegration } from 'astro';
import { resolve } from 'node:path';
import { report, summary } from './report.ts';
import { loadContent } from '../content/load-content.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { checkContent } from './check-source.ts';

/** Tell a writer the same problems in `npm run dev` as in a build, at the start and after each change. */
export function sourceProblems(): AstroIntegration {
  const folder = process.env.CONTENT_DIR ?? 'content';
  return {
    name: 'source-problems',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        let last = '';
        const tell = async (): Promise<void> => {
          shareContent(undefined);
          const content = await loadContent(folder, basePath());
          const { problems: all, files } = await checkContent(content);
          // Ids and permalinks are written when the text is done.
          const problems = all.filter(({ kind }) => !isPermalinkKind(kind));
          const text = problems.length ? `\n${report(problems, folder)}\n${problems.length} to mend in ${files} files.` : summary([], files);
          if (text !== last) logger[problems.length ? 'error' : 'info'](text);
          last = text;
        };
        server.watcher.add(resolve(folder));
        const changed = (path: string): void => {
          if (path.startsWith(resolve(folder))) void tell();
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, changed);
        await tell();
      },
    },
  };
}
