import type { APIContext } from 'astro';
import { wordsOf } from '../../../components/words.ts';
import { wholeSheet } from '../../../layouts/whole-sheet.ts';
import { wholeOf } from '../../../model/book.ts';
import { runningHeads } from '../../../views/running-headers.ts';
import { localeOf, localePaths, loadSite } from '../../../load-model.ts';

export async function getStaticPaths() {
  return (await localePaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: APIContext) => {
  const locale = await localeOf(params.lang);
  const { data } = await loadSite();
  const { parts } = wholeOf(locale, wordsOf(locale.lang));
  const name = locale.pick(data.title);
  return new Response(`${wholeSheet}\n${runningHeads(name, parts)}\n`, { headers: { 'content-type': 'text/css' } });
};
