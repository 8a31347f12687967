import { openSearch } from '../../views/opensearch.ts';
import { localeOf, localePaths, loadSite, siteAddress } from '../../load-model.ts';

export const getStaticPaths = async () => (await localePaths()).map(({ lang }) => ({ params: { lang } }));

export const GET = async ({ params }: { params: { lang: string | undefined } }) =>
  new Response(openSearch(await loadSite(), await localeOf(params.lang), await siteAddress()));
