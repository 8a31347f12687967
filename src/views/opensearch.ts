import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { escapeHtml } from './escape-html.ts';

/** Maximum length of a short name, by the specification (https://github.com/dewitt/opensearch). */
const SHORT = 16;

/** Returns the OpenSearch description of a locale, for the address bar of browsers. `origin` has no trailing slash. */
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

/** Shortens a name at a word, without punctuation at its end. */
function shorten(name: string): string {
  if (name.length <= SHORT) return name;
  const words = name.slice(0, SHORT + 1).replace(/\s*\S*$/, '');
  return (words || name.slice(0, SHORT)).replace(/[\s,.:;–—-]+$/, '');
}
