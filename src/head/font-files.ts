/** The fonts of the first paint. They are preloaded, because a request by the stylesheet would be too late for the first paint. */
import { isCyrillic } from '../i18n/languages.ts';
import literata from '../fonts/literata.woff2?url';
import bold from '../fonts/literata-bold.woff2?url';
import cyrillic from '../fonts/literata-cyrillic.woff2?url';
import italic from '../fonts/literata-italic.woff2?url';
import unkerned from '../fonts/literata-unkerned.woff2?url';
import golos from '../fonts/golos-text.woff2?url';
import golosCyrillic from '../fonts/golos-text-cyrillic.woff2?url';

/** Returns the font files of a page. Pages in Russian use one weight for both scripts, without kerning (`styles/fonts.css`). */
export const fontFiles = (lang: string) =>
  isCyrillic(lang) ? { always: [unkerned, golos, cyrillic, golosCyrillic] } : { always: [literata, golos], bold, italic, cyrillic };
