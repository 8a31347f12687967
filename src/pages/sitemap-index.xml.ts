import { sitemapIndex } from '../views/sitemap.ts';
import { loadSite, siteAddress } from '../load-model.ts';

export const GET = async () => new Response(sitemapIndex(await loadSite(), await siteAddress()), { headers: { 'content-type': 'application/xml' } });
