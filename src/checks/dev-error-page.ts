import type { IncomingMessage, ServerResponse } from 'node:http';

/** The script that Astro sends where a page could not be rendered. */
const CLIENT = '<script type="module" src="/@vite/client"></script>';

/**
 * In `npm run dev`: adds a script to the error pages of Astro, which contain no other script of the site. It is middleware for the dev server.
 */
export const inErrorPages =
  (script: string) =>
  (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const { writeHead, write } = response;
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      const headers = rest.at(-1);
      // The script makes the page longer.
      if (status === 500 && headers && typeof headers === 'object') delete (headers as Record<string, unknown>)['Content-Length'];
      return (writeHead as (...all: unknown[]) => ServerResponse).call(response, status, ...rest);
    }) as typeof writeHead;
    response.write = ((chunk: unknown, ...rest: unknown[]) => {
      const isErrorPage = typeof chunk === 'string' && chunk.endsWith(CLIENT) && !chunk.includes('<html');
      const page = isErrorPage ? `${chunk}<script type="module" src="${script}"></script>` : chunk;
      return (write as (...all: unknown[]) => boolean).call(response, page, ...rest);
    }) as typeof write;
    next();
  };
