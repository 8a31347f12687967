import type { VFile } from 'vfile';
import { placeOf } from '../schema/folders.ts';

/** Tell the language of a page from the place of its file under the content folder. */
export function languageOf(file: VFile): string | undefined {
  const parts = (file.path ?? '').split(/[\\/]/);
  return placeOf(parts.slice(-3).join('/'))?.lang ?? placeOf(parts.slice(-2).join('/'))?.lang;
}
