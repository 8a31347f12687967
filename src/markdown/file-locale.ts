import type { VFile } from 'vfile';
import { identifyFile } from '../schema/content-layout.ts';

/** Loads the languages of the base; the first is the default. The content is known only when the first page is compiled. */
export type LanguagesOfBase = () => Promise<readonly string[]>;

/** Returns the language of a page, from the path of its file under the content folder. */
export const languageOf = (file: VFile): string | undefined => localeOfFile(file)?.lang;

/** Returns the id and the language of a page, and the path of its file under the content folder. */
export function localeOfFile({ path = '' }: VFile): { id: string; lang: string; file: string } | undefined {
  const parts = path.split(/[\\/]/);
  for (const file of [parts.slice(-3).join('/'), parts.slice(-2).join('/')]) {
    const place = identifyFile(file);
    if (place?.lang) return { id: place.id, lang: place.lang, file };
  }
  return undefined;
}
