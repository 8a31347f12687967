/** The HTML of a share page: meta tags for link previews, and a redirect for readers. */
import { HEIGHT, WIDTH, type Card } from '../cards/card.ts';
import { directionOf } from '../i18n/languages.ts';
import { escapeHtml } from './escape-html.ts';
import type { Share } from './share-links.ts';

/** The data that all share pages of a language have in common. */
export interface Frame {
  /** The origin of the site, without a trailing slash. */
  origin: string;
  /** The name of the site. */
  site: string;
  /** The URLs of the front page, the icon and the script. */
  home: string;
  icon: string;
  script: string;
}

/**
 * Redirects the reader. `replace` keeps the share page out of the history, so that Back returns to the previous page. The fragment
 * identifies a block; servers do not receive it.
 */
export const FORWARD = `const to = new URL(document.currentScript.dataset.to, location.href);
if (location.hash) to.hash = location.hash;
location.replace(to);
`;

/** A stricter policy than that of other pages: a script of this site redirects, and browsers may load the icon. */
export const CSP = "default-src 'none'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Returns the HTML of a share page. Link previews require two things:
 * - og:url is the share page itself, because Facebook reads the page at og:url instead of the shared one.
 * - The script redirects, and the refresh is in a `noscript`: Slack shows no preview of a page with a refresh
 *   (https://github.com/divinevideo/divine-web/pull/357).
 */
export function sharePage(share: Share, { origin, site, icon, script }: Frame): string {
  const { lang, href, to, title, description, card, isPage } = share;
  const { language, region } = new Intl.Locale(lang).maximize();
  const image = card && origin + card.href;
  const alt = card && altOf(card.says);
  const tags = {
    'og:type': 'article',
    'og:site_name': site,
    'og:locale': `${language}_${region}`,
    'og:url': origin + href,
    'og:title': title,
    'og:description': description,
    'og:image': image,
    'og:image:type': image && 'image/png',
    'og:image:width': image && WIDTH,
    'og:image:height': image && HEIGHT,
    'og:image:alt': alt,
  };
  const twitter = {
    'twitter:card': image ? 'summary_large_image' : 'summary',
    'twitter:title': title,
    'twitter:description': description,
    'twitter:image': image,
    'twitter:image:alt': alt,
  };
  return `<!DOCTYPE html>
<html lang="${lang}"${directionOf(lang) === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CSP}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} · ${escapeHtml(site)}</title>
<meta name="description" content="${escapeHtml(description)}">
${metas('property', tags)}
${metas('name', twitter)}
<link rel="canonical" href="${escapeHtml(origin + to)}">
${isPage ? `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${origin}${href}oembed.json`)}" title="${escapeHtml(title)}">\n` : ''}<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
<script src="${escapeHtml(script)}" data-to="${escapeHtml(to)}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${escapeHtml(to)}"></noscript>
</head>
<body>
<h1><a href="${escapeHtml(to)}">${escapeHtml(title)}</a></h1>
</body>
</html>
`;
}

/** Returns the oEmbed record of a page (https://oembed.com/), with a description, which some chat software uses. */
export function oembed(share: Share, { origin, site, home }: Frame): Record<string, string | number> {
  return {
    version: '1.0',
    type: 'link',
    title: share.title,
    description: share.description,
    url: `${origin}${share.to}`,
    provider_name: site,
    provider_url: `${origin}${home}`,
    ...(share.card && { thumbnail_url: origin + share.card.href, thumbnail_width: WIDTH, thumbnail_height: HEIGHT }),
  };
}

/** Returns the text alternative of a card. */
const altOf = ({ context, title, badge, description }: Card): string => [context, title, badge?.label, description].filter(Boolean).join(' · ');

const metas = (key: 'property' | 'name', tags: Record<string, string | number | undefined>): string =>
  Object.entries(tags)
    .flatMap(([name, content]) => (content === undefined ? [] : `<meta ${key}="${name}" content="${escapeHtml(String(content))}">`))
    .join('\n');
