/** The files of the search, made from the model. */
import { searchFiles } from '../../../output/search-files.ts';
import { loadSite } from '../../../site.ts';

export async function getStaticPaths() {
  return [...searchFiles(await loadSite())]
    .filter(([path]) => path.endsWith('.txt'))
    .map(([path, text]) => {
      const [folder, name = ''] = path.split('/');
      return { params: { folder, file: name.replace(/\.txt$/, '') }, props: { text } };
    });
}

export const GET = ({ props }: { props: { text: string } }) => new Response(props.text);
