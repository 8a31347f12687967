import { markdownContext } from '../components/markdown-context.ts';
import { stringsOf } from '../i18n/index.ts';
import { markdownPages } from '../views/markdown-pages.ts';
import { loadSite, siteAddress } from '../load-model.ts';

export async function getStaticPaths() {
  const pages = markdownPages(await loadSite(), await siteAddress(), stringsOf, await markdownContext());
  return pages.map(({ path, text }) => ({ params: { page: path.replace(/\.md$/, '') }, props: { text } }));
}

export const GET = ({ props }: { props: { text: string } }) =>
  new Response(props.text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
