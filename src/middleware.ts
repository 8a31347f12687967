/** Finishes every page (`views/finish-page.ts`): in a build in worker threads, if it has started them. */
import { defineMiddleware } from 'astro:middleware';
import { pageWorkers } from './checks/page-workers.ts';
import { fillBook } from './views/assemble-book.ts';
import { finishPage } from './views/finish-page.ts';

export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const document = await response.text();
  const { body, book } = locals;
  if (!body) return new Response(document, response);
  const workers = pageWorkers();
  if (workers) return new Response(await workers.finish(document, body, url.pathname), response);
  const { html, chapters } = finishPage(document, body);
  return new Response(book ? fillBook(html, new Map(chapters().map((text) => [text.entry, text])), book) : html, response);
});
