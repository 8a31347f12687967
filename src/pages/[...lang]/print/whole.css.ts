import type { APIContext } from 'astro';
import { stringsOf } from '../../../i18n/index.ts';
import { wholeOf } from '../../../model/whole.ts';
import { runningHeads } from '../../../views/running-heads.ts';
import { editionOf, editionPaths, loadSite } from '../../../site.ts';
import book from '../../../styles/book.css?raw';
import bookPrint from '../../../styles/book-print.css?raw';

export async function getStaticPaths() {
  return (await editionPaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: APIContext) => {
  const edition = await editionOf(params.lang);
  const { data } = await loadSite();
  const { parts } = wholeOf(edition, stringsOf(edition.lang));
  const name = edition.pick(data.title);
  return new Response(`${[book, bookPrint].join('\n')}\n${runningHeads(name, parts)}\n`, { headers: { 'content-type': 'text/css' } });
};
