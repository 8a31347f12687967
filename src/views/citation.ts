/** The citations of a page: APA by `apa.ts`, GOST by `gost.ts`, BibTeX and RIS by the templates below. */
import { apa } from './apa.ts';
import { gost } from './gost.ts';

/** The bibliographic data of a page. */
export interface Work {
  /** Its address: `setup`. */
  id: string;
  title: string;
  /** The name of the base. */
  site: string;
  url: string;
  /** YYYY-MM-DD: the day of the last check against the sources. */
  date: string;
  lang: string;
}

export interface CitationForm {
  name: 'text' | 'gost' | 'bibtex' | 'ris' | 'csl';
  text: string;
  /** The language of the text; undefined for a format of data. */
  lang?: string;
}

/** Returns a page as a CSL-JSON item (https://docs.citationstyles.org/). */
function itemOf({ id, title, site, url, date, lang }: Work) {
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

/** Returns the citations of a page. Readers of Russian get no APA, whose words are English. */
export function citationsOf(work: Work): CitationForm[] {
  const item = itemOf(work);
  const american: CitationForm = {
    name: 'text',
    text: apa({ title: work.title, site: work.site, date: work.date, url: work.url }),
    lang: 'en',
  };
  const standard: CitationForm = {
    name: 'gost',
    text: gost({ title: work.title, site: work.site, date: work.date, url: work.url }),
    lang: 'ru',
  };
  return [
    ...(work.lang === 'ru' ? [standard] : [american, standard]),
    { name: 'bibtex', text: bibtex(item.id, work) },
    { name: 'ris', text: ris(item.id, work) },
    { name: 'csl', text: JSON.stringify([item]) },
  ];
}

/**
 * Returns a page as a BibTeX entry (http://mirrors.ctan.org/biblio/bibtex/base/btxdoc.pdf). The only field of `@misc` for a website is
 * `howpublished`. The second braces keep the capitals of the title, which most styles change. The url is not escaped: \url reads it as it is.
 */
function bibtex(key: string, { title, site, url, date }: Work): string {
  const [year, month, day] = date.split('-').map(Number);
  const fields = [
    `title = {{${escapeTex(title)}}}`,
    `howpublished = {${escapeTex(site)}}`,
    `year = {${year}}`,
    `month = ${MONTHS[month! - 1]}`,
    `day = {${day}}`,
    `url = {${url}}`,
  ];
  return `@misc{${key},\n${fields.map((field) => `\t${field},\n`).join('')}}`;
}

/** The macros that every BibTeX style defines. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\^{}' };
const BRACES: Record<string, string> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' };

/** Escapes the syntax of TeX. BibTeX also counts escaped braces, so `\{` is possible only if all braces are in pairs. */
function escapeTex(text: string): string {
  const hasPairs = /^[^{}]*(?:\{[^{}]*\}[^{}]*)*$/.test(text);
  return oneLine(text).replace(/[\\~^{}&%$#_]/g, (character) => TEX[character] ?? (hasPairs ? undefined : BRACES[character]) ?? `\\${character}`);
}

/**
 * Returns a page as a RIS record (https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html): a field is one line, and the last line
 * ends with a space. `T2` is the title of the whole that a page is a part of.
 */
function ris(id: string, { title, site, url, date, lang }: Work): string {
  const [year] = date.split('-');
  const fields = Object.entries({
    TY: 'ELEC',
    ID: id,
    TI: oneLine(title),
    T2: oneLine(site),
    PY: year,
    DA: `${date.replaceAll('-', '/')}/`,
    LA: lang,
    UR: url,
    ER: '',
  });
  return fields.map(([tag, value]) => `${tag}  - ${value}`).join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
