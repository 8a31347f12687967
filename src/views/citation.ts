/** How a page is cited, in every form that a reader may be asked for; made by citation-js, the one of GOST by `gost.ts`. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { gost } from './gost.ts';

/** A page as a thing to be cited. */
export interface Work {
  /** Its address: `setup`. */
  id: string;
  title: string;
  /** The name of the base. */
  site: string;
  url: string;
  /** YYYY-MM-DD: the day on which its text was last read against its sources. */
  date: string;
  lang: string;
}

export interface CitationForm {
  name: 'text' | 'gost' | 'bibtex' | 'ris' | 'csl';
  text: string;
  /** The language of its words, where they have one. */
  lang?: string;
}

// By default the library leaves out every letter that LaTeX once could not read, which is all of Cyrillic, and names a work anew.
Object.assign((plugins.config.get('@bibtex') as { format: object }).format, { asciiOnly: false, useIdAsLabel: true });

/** Give a page as one CSL-JSON item (https://docs.citationstyles.org/). */
export function itemOf({ id, title, site, url, date, lang }: Work) {
  const parts = date.split('-').map(Number);
  return {
    id: `${id.replaceAll('.', '-')}-${parts[0]}`,
    type: 'webpage',
    title,
    'container-title': site,
    issued: { 'date-parts': [parts] },
    URL: url,
    language: lang,
  };
}

/**
 * Write the citations of a page. APA stands where the library has the words of the language, that is in English; Russian readers
 * are given GOST first.
 */
export function citationsOf(work: Work): CitationForm[] {
  const item = itemOf(work);
  // Neither BibTeX nor RIS has a field for the site that a page is a part of.
  const published = { ...item, publisher: work.site };
  const tex = { ...published, title: texText(work.title), publisher: texText(work.site) };
  const apa: CitationForm = {
    name: 'text',
    text: new Cite([item]).format('bibliography', { format: 'text', template: 'apa', lang: 'en-US' }).trim(),
    lang: 'en',
  };
  const standard: CitationForm = {
    name: 'gost',
    text: gost({ title: work.title, site: work.site, date: work.date, url: work.url }),
    lang: 'ru',
  };
  return [
    ...(work.lang === 'ru' ? [standard] : [apa, standard]),
    { name: 'bibtex', text: bibtex(new Cite([tex]).format('bibtex')) },
    { name: 'ris', text: ris(new Cite([published]).format('ris')) },
    { name: 'csl', text: JSON.stringify([item]) },
  ];
}

/** Escape what LaTeX would read as a command; the library does so only together with leaving letters out. */
const texText = (text: string): string => text.replace(/[&%$#_{}]/g, '\\$&').replace(/[\\~^](?![&%$#_{}])/g, '');

/** Mend what the library writes: `@misc` knows no publisher, and a month stands alone (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf). */
const bibtex = (text: string): string =>
  text
    .trim()
    .replace('publisher =', 'howpublished =')
    .replace(/month = \{(\w+) (\d+)\}/, 'month = $1,\n\tday = {$2}');

/** Mend what the library writes: a month and a day have two digits, a field stands on one line, and the last line keeps its space. */
const ris = (text: string): string =>
  text
    .trimStart()
    .replace(/\/(\d)(?=\/)/g, '/0$1')
    .replace(/ *\r?\n(?!\w\w {2}- |$)/g, ' ')
    .replace(/ +\n/g, '\n');
