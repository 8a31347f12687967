/** The text of a share page: tags for whoever reads links, and a way on for a person. */
import { HEIGHT, WIDTH, type Card } from '../cards/card.ts';
import { directionOf } from '../i18n/languages.ts';
import { escapeHtml } from './escape-html.ts';
import type { Share } from './share-links.ts';

/** What all share pages of a language have in common. */
export interface Frame {
  /** Where the site is published, without a slash at the end. */
  origin: string;
  /** The name of the site. */
  site: string;
  /** The URLs of the front page, the icon and the script. */
  home: string;
  icon: string;
  script: string;
}

/**
 * Lead a person on. `replace` keeps the share page out of the history, so that Back returns to where they came from. A link to a
 * paragraph names it in the fragment, which no server sees.
 */
export const FORWARD = `const to = new URL(document.currentScript.dataset.to, location.href);
if (location.hash) to.hash = location.hash;
location.replace(to);
`;

/** Stricter than the policy of other pages: a script of this site leads on, and a browser may ask for the icon. */
export const CSP = "default-src 'none'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/**
 * Write a share page. Two choices rest on what readers of links do:
 * - og:url is the share page itself. Facebook reads the page that og:url names in place of the one it was given.
 * - The script leads on, and the refresh stands in a noscript: Slack shows nothing of a page with a refresh
 *   (https://github.com/divinevideo/divine-web/pull/357).
 */
export function sharePage(share: Share, { origin, site, icon, script }: Frame): string {
  const { lang, href, to, title, description, card } = share;
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
<link rel="alternate" type="application/json+oembed" href="${escapeHtml(`${origin}${href}oembed.json`)}" title="${escapeHtml(title)}">
<link rel="icon" href="${escapeHtml(icon)}" type="image/svg+xml">
<script src="${escapeHtml(script)}" data-to="${escapeHtml(to)}"></script>
<noscript><meta http-equiv="refresh" content="0; url=${escapeHtml(to)}"></noscript>
</head>
<body>
<h1><a href="${escapeHtml(to)}">${escapeHtml(title)}</a></h1>
</body>
</html>
`;
}

/** Give the oEmbed record of a share page (https://oembed.com/), with a description, which some readers of links look for. */
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

/** Say in words what a card shows. */
const altOf = ({ context, title, badge, description }: Card): string => [context, title, badge?.label, description].filter(Boolean).join(' · ');

const metas = (key: 'property' | 'name', tags: Record<string, string | number | undefined>): string =>
  Object.entries(tags)
    .flatMap(([name, content]) => (content === undefined ? [] : `<meta ${key}="${name}" content="${escapeHtml(String(content))}">`))
    .join('\n');
