import { loadSite, siteAddress } from '../load-model.ts';

export const GET = async () => {
  const { places } = await loadSite();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${await siteAddress()}${places.base}sitemap-index.xml\n`);
};
