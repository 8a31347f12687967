import { markdownTwins } from '../components/markdown-twins.ts';

export async function getStaticPaths() {
  return (await markdownTwins()).map(({ path, text }) => ({ params: { page: path.replace(/\.md$/, '') }, props: { text } }));
}

export const GET = ({ props }: { props: { text: string } }) =>
  new Response(props.text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
