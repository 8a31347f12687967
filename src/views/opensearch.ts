import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { escapeHtml } from './escape-html.ts';

/** The most signs of a short name, by the specification (https://github.com/dewitt/opensearch). */
const SHORT = 16;

/** Describe the search of a locale, so that a browser can ask it from its address bar. `origin` has no slash at its end. */
export function openSearch({ data, routes }: Site, locale: Locale, origin: string): string {
  const name = locale.pick(data.title);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeHtml(shorten(name))}</ShortName>`,
    `<LongName>${escapeHtml(name.slice(0, 48))}</LongName>`,
    `<Description>${escapeHtml(locale.pick(data.summary).slice(0, 1024))}</Description>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Language>${locale.lang}</Language>`,
    `<Image type="image/svg+xml">${origin}${routes.base}favicon.svg</Image>`,
    `<Url type="text/html" template="${origin}${locale.href('search/')}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${origin}${locale.href('opensearch.xml')}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

/** Keep whole words, and no sign at the end. */
function shorten(name: string): string {
  if (name.length <= SHORT) return name;
  const words = name.slice(0, SHORT + 1).replace(/\s*\S*$/, '');
  return (words || name.slice(0, SHORT)).replace(/[\s,.:;–—-]+$/, '');
}
