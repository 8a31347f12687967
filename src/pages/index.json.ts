import { entryList } from '../views/entry-list.ts';
import { loadSite, siteAddress } from '../load-model.ts';

export const GET = async () => Response.json(entryList(await loadSite(), await siteAddress()));
