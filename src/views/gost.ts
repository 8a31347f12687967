/** Formats a web page as GOST R 7.0.5-2008 requires for electronic resources (section 10). */

export interface GostReference {
  title: string;
  /** The name of the site, and the kind of publication that it states; `[сайт]` is our term. */
  site: string;
  kind?: string;
  /** The date of the page: YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  url: string;
  /** The date of access, as printed. */
  accessed?: string;
}

/** Placeholder for the date of access, which the reader fills in. */
const ACCESSED = 'ДД.ММ.ГГГГ';

/** Month names as GOST R 7.0.12-2011 abbreviates them. */
const MONTHS = ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];
/** Month names after a day. Unabbreviated ones are in the genitive. */
const OF_MONTH = MONTHS.map((month) => month.replace(/(?:ь|й)$/, 'я').replace(/т$/, 'та'));

/** Formats a reference. The words around the data are always Russian, because the list of references is. */
export function gost({ title, site, kind = '[сайт]', date, url, accessed = ACCESSED }: GostReference): string {
  const [year, month, day] = date?.split('-') ?? [];
  const issued = month && (day ? `${Number(day)} ${OF_MONTH[Number(month) - 1]}` : MONTHS[Number(month) - 1]);
  const parts = [`${title} // ${site}: ${kind}`, year, issued, `URL: ${url} (дата обращения: ${accessed})`];
  return parts.flatMap((part) => part ?? []).reduce((line, part) => `${line}${line.endsWith('.') ? '' : '.'} ${part}`) + '.';
}
