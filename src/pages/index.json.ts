import { listing } from '../views/entry-list.ts';
import { loadSite, siteAddress } from '../load-model.ts';

export const GET = async () => Response.json(listing(await loadSite(), await siteAddress()));
