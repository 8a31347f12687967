import { stringsOf } from '../../i18n/index.ts';
import { llmsTxt } from '../../views/llms-txt.ts';
import { feedItems } from '../../views/feed.ts';
import { changesOf, localeOf, localePaths, loadSite, siteAddress } from '../../load-model.ts';

export async function getStaticPaths() {
  return (await localePaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: { params: { lang?: string } }) => {
  const locale = await localeOf(params.lang);
  return new Response(
    llmsTxt(await loadSite(), locale, await siteAddress(), stringsOf(locale.lang, locale.languages), feedItems(await changesOf(locale), locale)),
  );
};
