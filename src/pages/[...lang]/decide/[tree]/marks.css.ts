import type { APIContext } from 'astro';
import { marks } from '../../../../views/target-highlight.ts';
import { editionOf, editionPaths } from '../../../../load-model.ts';

export async function getStaticPaths() {
  return (await editionPaths()).flatMap(({ lang, edition }) => [...edition.trees.keys()].map((tree) => ({ params: { lang, tree } })));
}

export const GET = async ({ params }: APIContext) => {
  const edition = await editionOf(params.lang);
  return new Response(marks(edition.trees.get(params.tree!)!), { headers: { 'content-type': 'text/css' } });
};
