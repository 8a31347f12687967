import type { APIContext } from 'astro';
import { targetHighlight } from '../../../../views/target-highlight.ts';
import { localeOf, localePaths } from '../../../../load-model.ts';

export async function getStaticPaths() {
  return (await localePaths()).flatMap(({ lang, locale }) => [...locale.trees.keys()].map((tree) => ({ params: { lang, tree } })));
}

export const GET = async ({ params }: APIContext) => {
  const locale = await localeOf(params.lang);
  return new Response(targetHighlight(locale.trees.get(params.tree!)!), { headers: { 'content-type': 'text/css' } });
};
