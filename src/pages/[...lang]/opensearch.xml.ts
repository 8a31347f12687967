import { openSearch } from '../../views/open-search.ts';
import { editionOf, editionPaths, loadSite, siteAddress } from '../../site.ts';

export const getStaticPaths = async () => (await editionPaths()).map(({ lang }) => ({ params: { lang } }));

export const GET = async ({ params }: { params: { lang: string | undefined } }) =>
  new Response(openSearch(await loadSite(), await editionOf(params.lang), await siteAddress()));
