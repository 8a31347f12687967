import type { APIContext } from 'astro';
import { stringsOf } from '../../i18n/index.ts';
import { atom, feedItems } from '../../views/feed.ts';
import { changesOf, localeOf, localePaths, loadSite, siteAddress } from '../../load-model.ts';

export async function getStaticPaths() {
  const paths = await Promise.all((await localePaths()).map(async ({ lang, locale }) => ({ lang, changes: await changesOf(locale) })));
  return paths.filter(({ changes }) => changes.length > 0).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: APIContext) => {
  const locale = await localeOf(params.lang);
  const { data } = await loadSite();
  const words = stringsOf(locale.lang, locale.languages);
  const title = locale.pick(data.title);
  const news = feedItems(await changesOf(locale), locale);
  const feed = {
    origin: await siteAddress(),
    locale,
    title,
    author: title,
    licence: data.licence.name,
    wording: words.wording,
    name: words.changeTitle,
  };
  return new Response(atom(news, feed), { headers: { 'content-type': 'application/atom+xml' } });
};
