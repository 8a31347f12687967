import type { APIContext } from 'astro';
import { stringsOf } from '../../i18n/index.ts';
import { atom, newsOf } from '../../views/feed.ts';
import { changesOf, editionOf, editionPaths, loadSite, siteAddress } from '../../site.ts';

export async function getStaticPaths() {
  const paths = await Promise.all((await editionPaths()).map(async ({ lang, edition }) => ({ lang, changes: await changesOf(edition) })));
  return paths.filter(({ changes }) => changes.length > 0).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: APIContext) => {
  const edition = await editionOf(params.lang);
  const { data } = await loadSite();
  const words = stringsOf(edition.lang);
  const title = edition.pick(data.title);
  const news = newsOf(await changesOf(edition), edition);
  const feed = { origin: await siteAddress(), edition, title, author: title, licence: data.licence.name, name: words.changeTitle };
  return new Response(atom(news, feed), { headers: { 'content-type': 'application/atom+xml' } });
};
