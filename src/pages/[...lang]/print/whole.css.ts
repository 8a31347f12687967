import type { APIContext } from 'astro';
import { stringsOf } from '../../../i18n/index.ts';
import { wholeOf } from '../../../model/book.ts';
import { runningHeads } from '../../../views/running-headers.ts';
import { localeOf, localePaths, loadSite } from '../../../load-model.ts';
import book from '../../../styles/book.css?raw';
import bookPrint from '../../../styles/book-print.css?raw';

export async function getStaticPaths() {
  return (await localePaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: APIContext) => {
  const locale = await localeOf(params.lang);
  const { data } = await loadSite();
  const { parts } = wholeOf(locale, stringsOf(locale.lang));
  const name = locale.pick(data.title);
  return new Response(`${[book, bookPrint].join('\n')}\n${runningHeads(name, parts)}\n`, { headers: { 'content-type': 'text/css' } });
};
