import type { Root } from 'hast';
import { wordsOf } from '../components/words.ts';
import type { Edition } from '../model/edition.ts';
import { placeRedirects } from '../views/redirect-anchors.ts';
import { landedOn } from '../site.ts';

/** Returns a change to the HTML of a page: it adds an anchor for each old address that redirects to the page. */
export async function redirectsTo(edition: Edition, page: { id: string; lang: string }): Promise<(tree: Root) => void> {
  const words = wordsOf(edition.lang);
  const anchors = (await landedOn(edition, page)).map(({ name, on, elsewhere, since, reason }) => {
    const to = elsewhere === undefined ? undefined : edition.index.get(elsewhere);
    const notice = (day: string): string => (reason ? words.withdrawn(day, reason) : to ? words.movedTo(day) : words.movedHere(day));
    return { name, on, to, line: since ? notice(since) : '', lang: page.lang === edition.lang ? undefined : edition.lang };
  });
  return (tree) => placeRedirects(tree, anchors);
}
