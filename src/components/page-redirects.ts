import type { Root } from 'hast';
import { stringsOf } from '../i18n/index.ts';
import type { Edition } from '../model/edition.ts';
import { placeRedirects } from '../views/redirect-anchors.ts';
import { landedOn } from '../site.ts';

/** Returns a change to the HTML of a page: it adds an anchor for each old address that redirects to the page. */
export async function redirectsTo(edition: Edition, page: { id: string; lang: string }): Promise<(tree: Root) => void> {
  const words = stringsOf(edition.lang);
  const anchors = (await landedOn(edition, page)).map(({ name, on, elsewhere, since, reason }) => {
    const to = elsewhere === undefined ? undefined : edition.index.get(elsewhere);
    const notice = (date: string): string => (reason ? words.withdrawn(date, reason) : to ? words.movedTo(date) : words.movedHere(date));
    return { name, on, to, line: since ? notice(words.date(since)) : '' };
  });
  return (tree) => placeRedirects(tree, anchors);
}
