import { markdownVersions } from '../../components/markdown-versions.ts';
import { llmsFull } from '../../views/llms-txt.ts';
import { localeOf, localePaths, loadSite } from '../../load-model.ts';

export async function getStaticPaths() {
  return (await localePaths()).map(({ lang }) => ({ params: { lang } }));
}

export const GET = async ({ params }: { params: { lang?: string } }) => {
  return new Response(llmsFull(await loadSite(), await localeOf(params.lang), await markdownVersions()));
};
