/** Finishes every page (`views/finish-page.ts`): in a build in worker threads, if it has started them. */
import { defineMiddleware } from 'astro:middleware';
import { pageWorkers } from './checks/page-workers.ts';
import { finishPage } from './views/finish-page.ts';

export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const document = await response.text();
  const { body } = locals;
  if (!body) return new Response(document, response);
  const workers = pageWorkers();
  return new Response(workers ? await workers.finish(document, body, url.pathname) : finishPage(document, body).html, response);
});
