import { markdownVersions } from '../components/markdown-versions.ts';

export async function getStaticPaths() {
  return (await markdownVersions()).map(({ path, text }) => ({ params: { page: path.replace(/\.md$/, '') }, props: { text } }));
}

export const GET = ({ props }: { props: { text: string } }) =>
  new Response(props.text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
