import { stringsOf } from '../../i18n/index.ts';
import { llms } from '../../views/llms.ts';
import { editionOf, editionPaths, loadSite, siteAddress } from '../../site.ts';

export async function getStaticPaths() {
  return (await editionPaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: { params: { lang?: string } }) => {
  const edition = await editionOf(params.lang);
  return new Response(llms(await loadSite(), edition, await siteAddress(), stringsOf(edition.lang)));
};
