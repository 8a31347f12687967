import { listing } from '../views/listing.ts';
import { loadSite, siteAddress } from '../site.ts';

export const GET = async () => Response.json(listing(await loadSite(), await siteAddress()));
