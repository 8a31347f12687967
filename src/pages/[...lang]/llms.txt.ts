import { wordsOf } from '../../components/words.ts';
import { llms } from '../../views/llms-txt.ts';
import { editionOf, editionPaths, loadSite, siteAddress } from '../../load-model.ts';

export async function getStaticPaths() {
  return (await editionPaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: { params: { lang?: string } }) => {
  const edition = await editionOf(params.lang);
  return new Response(llms(await loadSite(), edition, await siteAddress(), wordsOf(edition.lang)));
};
