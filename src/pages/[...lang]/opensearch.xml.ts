import { openSearch } from '../../views/opensearch.ts';
import { editionOf, editionPaths, loadSite, siteAddress } from '../../load-model.ts';

export const getStaticPaths = async () => (await editionPaths()).map(({ lang }) => ({ params: { lang } }));

export const GET = async ({ params }: { params: { lang: string | undefined } }) =>
  new Response(openSearch(await loadSite(), await editionOf(params.lang), await siteAddress()));
