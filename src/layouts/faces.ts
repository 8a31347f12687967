/** The typefaces that a page is first painted in: loaded beside its stylesheet, a face is there in time; one that the sheet asks for is late. */
import literata from '../fonts/literata.woff2?url';
import bold from '../fonts/literata-bold.woff2?url';
import cyrillic from '../fonts/literata-cyrillic.woff2?url';
import italic from '../fonts/literata-italic.woff2?url';
import golos from '../fonts/golos-text.woff2?url';
import golosCyrillic from '../fonts/golos-text-cyrillic.woff2?url';

/** What is folded away is not set, and so loads no face. */
const FOLDED = /<details(?! open)[^]*?<\/details>/g;

/** List the files of the faces that the body of a page, in a language, is set in. */
export function facesOf(body: string, lang: string): string[] {
  const prose = body.replace(FOLDED, '');
  // A heading of the furniture, as in a list of changes, has no address and no weight.
  const heavy = /<(?:strong\b|h3 )|class="[^"]*\bassumed\b/.test(prose);
  const slanted = /<(?:em|i|cite)\b/.test(prose);
  const russian = /\p{Script=Cyrillic}/u.test(prose.replace(/<[^>]*>/g, ''));
  return [
    literata,
    golos,
    ...(heavy ? [bold] : []),
    ...(slanted ? [italic] : []),
    ...(russian ? [cyrillic] : []),
    ...(lang === 'ru' ? [golosCyrillic] : []),
  ];
}
