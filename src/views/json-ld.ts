/** JSON-LD for search engines and reference managers, in the vocabulary of https://schema.org/. */
import { hrefOf, splitAddress, type Address } from '../model/address.ts';
import { entryPath, type Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { contentDate } from './path-summary.ts';

type Thing = Record<string, unknown>;

/** The titles of the route segments. */
export interface SegmentNames {
  concepts: string;
  questions: string;
  trees: string;
  sources: string;
  vocabulary: string;
}

/** Describes the page at an address, in the language of its text. `origin` has no trailing slash. */
export function jsonLd(site: Site, locale: Locale, origin: string, address: Address, words: SegmentNames): Thing {
  const page = locale.pages.get(address);
  const tree = locale.trees.get(address);
  const source = locale.sources.get(address);
  const lang = (page ?? tree)?.lang ?? locale.lang;
  const target = locale.index.get(address)!;
  const at = (path: string): string => `${origin}${hrefOf(site.routes, lang, path)}`;
  const name = site.data.title[lang] ?? locale.pick(site.data.title);
  const url = at(entryPath(target));
  const keys = [...new Set((page?.citations ?? []).map(({ key }) => key))];
  const description = page?.data.summary ?? tree?.data.summary ?? source?.data.summary ?? locale.article?.data.title;
  const terms = termsOf(locale, address, at('vocabulary/'));
  const article: Thing = {
    '@type': 'Article',
    '@id': url,
    headline: target.title,
    description,
    inLanguage: lang,
    dateModified: page?.data.reviewed ?? source?.data.checked ?? contentDate(locale),
    license: site.data.licence.url,
    isPartOf: { '@type': 'WebSite', '@id': at(''), name },
    ...(source ? { about: { ...workOf(locale, origin, address), url: source.data.URL } } : {}),
    ...(terms.length > 0 ? { about: terms } : {}),
    ...(keys.length > 0 ? { citation: keys.flatMap((key) => ({ '@id': workOf(locale, origin, key)?.['@id'] })) } : {}),
  };
  const path = entryPath(target);
  const [segment = ''] = path.split('/');
  const segmentName = { ...words, decide: words.trees }[segment];
  const crumbs = [
    { name, item: at('') },
    ...(segmentName && path !== `${segment}/` ? [{ name: segmentName, item: at(`${segment}/`) }] : []),
    ...(path ? [{ name: target.title, item: url }] : []),
  ];
  return { '@context': 'https://schema.org', '@graph': [article, ...(crumbs.length > 1 ? [breadcrumbs(crumbs)] : [])] };
}

/** Describes the vocabulary with all terms. */
export function termSet({ routes }: Site, locale: Locale, origin: string, words: SegmentNames): Thing {
  const url = `${origin}${hrefOf(routes, locale.lang, 'vocabulary/')}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'DefinedTermSet',
    '@id': url,
    name: words.vocabulary,
    inLanguage: locale.lang,
    hasDefinedTerm: Object.keys(locale.vocabulary?.data.terms ?? {}).map((id) => termOf(locale, id, url)),
  };
}

/** Lists the terms that sections of a page explain. The vocabulary defines them under the same `@id`. */
const termsOf = (locale: Locale, address: Address, url: string): Thing[] =>
  Object.entries(locale.vocabulary?.data.terms ?? {})
    .filter(([, { see }]) => splitAddress(see).entry === address)
    .map(([id]) => ({ ...termOf(locale, id, url), description: undefined, inDefinedTermSet: url }));

function termOf({ vocabulary, pick }: Locale, id: string, url: string): Thing {
  const { term, definition } = vocabulary!.data.terms[id]!;
  return { '@type': 'DefinedTerm', '@id': `${url}#${id}`, name: pick(term), description: pick(definition) };
}

/** Refers to a cited work. The page of the source describes it under the same `@id`. */
function workOf({ index }: Locale, origin: string, key: string): Thing | undefined {
  const target = index.get(key);
  return target && { '@type': 'CreativeWork', '@id': `${origin}${target.href}#reference`, name: target.title };
}

const breadcrumbs = (crumbs: { name: string; item: string }[]): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: crumbs.map((crumb, at) => ({ '@type': 'ListItem', position: at + 1, ...crumb })),
});
