import { loadSite, siteAddress } from '../load-model.ts';

export const GET = async () => {
  const { routes } = await loadSite();
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${await siteAddress()}${routes.base}sitemap-index.xml\n`);
};
