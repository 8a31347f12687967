import { searchFiles } from '../../output/search-files.ts';
import { loadSite } from '../../site.ts';

export const GET = async () => new Response(searchFiles(await loadSite()).get('index.json'));
