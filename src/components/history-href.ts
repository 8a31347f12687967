import type { Locale } from '../model/locale.ts';
import { changesOf } from '../load-model.ts';

/** Returns the URL of the history of a page in its own language; undefined if it never changed. */
export async function historyHref(locale: Locale, { id, lang = locale.lang }: { id: string; lang?: string }): Promise<string | undefined> {
  if (lang !== locale.lang) return undefined;
  return (await changesOf(locale)).some(({ page, what }) => page === id && what === 'changed') ? locale.href(`changes/${id}/`) : undefined;
}
