/** The Markdown versions, in development. A build writes them itself (`output/write-markdown.ts`). */
import { markdownVersions } from '../components/markdown-versions.ts';
import { isBuild } from '../output/rendered-pages.ts';

export async function getStaticPaths() {
  if (isBuild()) return [];
  return (await markdownVersions()).map(({ path, text }) => ({ params: { page: path.replace(/\.md$/, '') }, props: { text } }));
}

export const GET = ({ props }: { props: { text: string } }) =>
  new Response(props.text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
