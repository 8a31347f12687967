/** A page of a site as GOST R 7.0.5-2008 asks for it in a list of references (section 10, electronic resources). */

export interface GostReference {
  title: string;
  /** The site that the page is a part of, and what kind of publication it calls itself: `[сайт]` where the word is ours. */
  site: string;
  kind?: string;
  /** The date of the page: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  url: string;
  /** The day it was looked at, as it is to be printed. */
  accessed?: string;
}

/** Stands where a reader puts the day on which he looked at the page. */
export const ACCESSED = 'ДД.ММ.ГГГГ';

/** Months as GOST R 7.0.12-2011 shortens them. */
const MONTHS = ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];
/** After a day: those that are not shortened stand in the genitive. */
const OF_MONTH = MONTHS.map((month) => month.replace(/(?:ь|й)$/, 'я').replace(/т$/, 'та'));

/** Write a reference. The words around it are Russian, whatever the language of the page, since so is the list it goes into. */
export function gost({ title, site, kind = '[сайт]', date, url, accessed = ACCESSED }: GostReference): string {
  const [year, month, day] = date?.split('-') ?? [];
  const issued = month && (day ? `${Number(day)} ${OF_MONTH[Number(month) - 1]}` : MONTHS[Number(month) - 1]);
  const parts = [`${title} // ${site}: ${kind}`, year, issued, `URL: ${url} (дата обращения: ${accessed})`];
  return parts.flatMap((part) => part ?? []).reduce((line, part) => `${line}${line.endsWith('.') ? '' : '.'} ${part}`) + '.';
}
