import type { SiteData } from '../schema/site.ts';

/** Returns the link to report an error in a page or passage; undefined if the site has no address for it. */
export function reportLink({ report }: Pick<SiteData, 'report'>, title: string, url: string): string | undefined {
  if (!report) return undefined;
  if (report.startsWith('mailto:')) return `${report}?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${url}\n\n`)}`;
  return report.replaceAll('{title}', encodeURIComponent(title)).replaceAll('{url}', encodeURIComponent(url));
}
