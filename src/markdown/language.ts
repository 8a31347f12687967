import type { VFile } from 'vfile';
import { placeOf } from '../schema/folders.ts';

/** Tell the language of a page from the place of its file under the content folder. */
export const languageOf = (file: VFile): string | undefined => placeOfPage(file)?.lang;

/** Tell the id and the language of a page in the same way. */
export function placeOfPage(file: VFile): { id: string; lang: string } | undefined {
  const parts = (file.path ?? '').split(/[\\/]/);
  const place = placeOf(parts.slice(-3).join('/')) ?? placeOf(parts.slice(-2).join('/'));
  return place?.lang ? { id: place.id, lang: place.lang } : undefined;
}
