import type { AstroIntegration } from 'astro';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { report, summary, type LocatedDiagnostic } from './report.ts';
import { loadContent, type Content } from '../content/load-content.ts';
import { basePath, shareContent } from '../content/shared-content.ts';
import { isPermalinkKind } from '../permalinks/diagnostics.ts';
import { checkContent } from './check-source.ts';
import { inErrorPages } from './dev-error-page.ts';

/** The path under which `client/dev-diagnostics.ts` loads the diagnostics, and the event that announces new ones. */
const DIAGNOSTICS = '/@diagnostics';

/** Shows the diagnostics on a page. */
const PANEL = 'src/client/dev-diagnostics.ts';

/** Changes within this time, in milliseconds, count as one. */
const PAUSE = 60;

/**
 * In `npm run dev`: prints the diagnostics of the content at the start and after each change of a file, shows them on the page, and
 * reloads the page.
 */
export function contentDiagnostics(): AstroIntegration {
  const folder = process.env.CONTENT_DIR ?? 'content';
  return {
    name: 'content-diagnostics',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', `import "/${PANEL}";`);
      },
      'astro:server:setup': ({ server, logger }) => {
        let last = '';
        let diagnostics: LocatedDiagnostic[] = [];
        /** When the last change was complete, in milliseconds since 1970. */
        let changed = 0;
        const check = async (loading: Promise<Content>): Promise<void> => {
          const { diagnostics: all, files } = await checkContent(await loading);
          // Authors write ids and permalinks when the text is finished.
          diagnostics = all.filter(({ kind }) => !isPermalinkKind(kind));
          const text = `${diagnostics.length ? `\n${report(diagnostics, folder)}\n` : ''}${summary(diagnostics, files)}`;
          if (text !== last) logger[diagnostics.length ? 'error' : 'info'](text);
          last = text;
        };
        const load = (): Promise<Content> => {
          const loading = loadContent(folder, basePath());
          shareContent(loading);
          return loading;
        };
        const reload = async (): Promise<void> => {
          await check(load());
          // Astro caches the paths of its routes until its own content changes. Trees and terms are not part of that content.
          for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
          changed = Date.now();
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        };
        const failed = (error: unknown): void => logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        const first = load();
        const ready = check(first).catch(failed);
        server.middlewares.use(inErrorPages(`${basePath()}${PANEL}`));
        server.middlewares.use(`${basePath().slice(0, -1)}${DIAGNOSTICS}`, (_request, response) => {
          response.setHeader('content-type', 'application/json');
          void (async () => {
            await ready;
            const located = diagnostics.map((one) => ({ ...one, file: `${folder}/${one.file}` }));
            response.end(JSON.stringify({ changed, diagnostics: located }));
          })();
        });
        const roots = [resolve(folder)];
        server.watcher.add(roots);
        // The watcher reports a file in a linked folder by its real path.
        void realpath(folder).then(
          (real) => real !== roots[0] && roots.push(real),
          () => undefined,
        );
        let pause: NodeJS.Timeout | undefined;
        let running: Promise<void> = Promise.resolve();
        for (const event of ['add', 'change', 'unlink'] as const)
          server.watcher.on(event, (path: string) => {
            if (!roots.some((root) => path.startsWith(root))) return;
            clearTimeout(pause);
            pause = setTimeout(() => {
              running = running.then(reload).catch(failed);
            }, PAUSE);
          });
      },
    },
  };
}
