import { hrefOf } from '../model/address.ts';
import { pagePaths } from '../model/routes.ts';
import type { Site } from '../model/site.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Returns the sitemap, with the translations of each page (https://www.sitemaps.org/protocol.html). */
export function sitemap({ locales, routes }: Site, origin: string): string {
  const paths = locales.map((locale) => ({ lang: locale.lang, pages: pagePaths(locale) }));
  const langsOf = (path: string): string[] => paths.filter(({ pages }) => pages.some((page) => page.path === path)).map(({ lang }) => lang);
  const urls = paths.flatMap(({ lang, pages }) =>
    pages.map(({ path, reviewed }) => {
      const langs = langsOf(path);
      const alternates =
        langs.length < 2
          ? []
          : langs.map((other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${origin}${hrefOf(routes, other, path)}"/>`);
      return `<url><loc>${origin}${hrefOf(routes, lang, path)}</loc>${reviewed ? `<lastmod>${reviewed}</lastmod>` : ''}${alternates.join('')}</url>`;
    }),
  );
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

/** Returns the sitemap index, which lists the one sitemap. */
export function sitemapIndex({ routes }: Site, origin: string): string {
  return `${HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}${routes.base}sitemap-0.xml</loc></sitemap></sitemapindex>\n`;
}
