/** Formats a web page without an author in APA style (7th edition). citeproc took a tenth of a build for this one form. */
import { withQuotes } from '../markdown/typographic-punctuation.ts';

export interface ApaReference {
  title: string;
  site: string;
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  date: string;
  url: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Formats a reference. Its words are English. */
export function apa({ title, site, date, url }: ApaReference): string {
  const [year, month, day] = date.split('-').map(Number);
  const inYear = month ? `, ${[MONTHS[month - 1], day].filter(Boolean).join(' ')}` : '';
  return `${ended(title)} (${year}${inYear}). ${ended(site)} ${url}`;
}

/** Ends a text with a full stop, before a closing quotation mark, unless it ends with other punctuation. */
function ended(text: string): string {
  const [, words, quotes] = /^(.*?)([”’]*)$/s.exec(withQuotes(text.trim()))!;
  return `${words}${/[.?!:;]$/.test(words!) ? '' : '.'}${quotes}`;
}
