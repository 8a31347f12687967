import type { APIContext } from 'astro';
import { hasBook } from '../../../model/book.ts';
import { runningHeaders } from '../../../views/running-headers.ts';
import { bookIn, localeOf, localePaths, loadSite } from '../../../load-model.ts';
import book from '../../../styles/book.css?raw';
import bookPrint from '../../../styles/book-print.css?raw';

export async function getStaticPaths() {
  return hasBook(await loadSite()) ? (await localePaths()).map(({ lang }) => ({ params: { lang } })) : [];
}

export const GET = async ({ params }: APIContext) => {
  const locale = await localeOf(params.lang);
  const { data } = await loadSite();
  const { parts } = bookIn(locale);
  const name = locale.pick(data.title);
  return new Response(`${[book, bookPrint].join('\n')}\n${runningHeaders(name, parts)}\n`, { headers: { 'content-type': 'text/css' } });
};
