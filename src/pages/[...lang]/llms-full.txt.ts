import { markdownContext } from '../../components/markdown-context.ts';
import { stringsOf } from '../../i18n/index.ts';
import { llmsFull } from '../../views/llms-txt.ts';
import { markdownPages } from '../../views/markdown-pages.ts';
import { localeOf, localePaths, loadSite, siteAddress } from '../../load-model.ts';

export async function getStaticPaths() {
  return (await localePaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: { params: { lang?: string } }) => {
  const site = await loadSite();
  const pages = markdownPages(site, await siteAddress(), stringsOf, await markdownContext());
  return new Response(llmsFull(site, await localeOf(params.lang), pages));
};
