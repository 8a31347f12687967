/** The files of the search, made from the model. */
import { searchFiles } from '../../output/search-files.ts';
import { loadSite } from '../../site.ts';

export async function getStaticPaths() {
  return [...searchFiles(await loadSite())].map(([file, text]) => ({ params: { file }, props: { text } }));
}

export const GET = ({ props }: { props: { text: string } }) => new Response(props.text);
