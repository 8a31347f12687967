import type { AstroIntegration } from 'astro';
import { resolve } from 'node:path';
import { report, summary } from './report.ts';
import { loadContent } from '../content/load-content.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { checkContent } from './check-source.ts';

/** Prints the diagnostics of the content in `npm run dev`, at the start and after each change of a file. */
export function contentDiagnostics(): AstroIntegration {
  const folder = process.env.CONTENT_DIR ?? 'content';
  return {
    name: 'content-diagnostics',
    hooks: {
      'astro:server:setup': async ({ server, logger }) => {
        let last = '';
        const tell = async (): Promise<void> => {
          shareContent(undefined);
          const content = await loadContent(folder, basePath());
          const { diagnostics: all, files } = await checkContent(content);
          // Authors write ids and permalinks when the text is finished.
          const diagnostics = all.filter(({ kind }) => !isPermalinkKind(kind));
          const text = diagnostics.length
            ? `\n${report(diagnostics, folder)}\n${diagnostics.length} problems in ${files} files.`
            : summary([], files);
          if (text !== last) logger[diagnostics.length ? 'error' : 'info'](text);
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
