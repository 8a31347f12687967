import { interfaceLanguage, stringsOf } from '../i18n/index.ts';
import type { Locale } from '../model/locale.ts';
import type { RedirectAnchor } from '../views/redirect-anchors.ts';
import { anchorsRedirectedTo, loadSite } from '../load-model.ts';
import { languageName } from '../i18n/languages.ts';
import { hrefOf } from '../model/address.ts';
import { entryPath } from '../model/locale.ts';

/** Returns an anchor for each old address that redirects to a page. */
export async function redirectsTo(locale: Locale, page: { id: string; lang: string }): Promise<RedirectAnchor[]> {
  const words = stringsOf(locale.lang, locale.languages);
  const { routes, locales } = await loadSite();
  const [original] = locales;
  return (await anchorsRedirectedTo(locale, page)).map(({ name, on, elsewhere, since, reason, isUntranslated }) => {
    const target = isUntranslated ? original?.index.get(`${page.id}.${name}`) : undefined;
    if (original && target) {
      const { lang } = original;
      const to = { href: `${hrefOf(routes, lang, entryPath(original.index.get(page.id)!))}#${name}`, title: target.title, lang };
      return { name, on, to, line: words.untranslatedBlock(languageName(lang, interfaceLanguage(locale.lang, locale.languages))) };
    }
    const to = elsewhere === undefined ? undefined : locale.index.get(elsewhere);
    const notice = (date: string): string => (reason ? words.withdrawn(date, reason) : to ? words.movedTo(date) : words.movedHere(date));
    return { name, on, to, line: since ? notice(words.date(since)) : '', lang: page.lang === locale.lang ? undefined : locale.lang };
  });
}
