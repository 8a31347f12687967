/** Loads the strings of the search in the language of the page. Each language is a file of its own, so a reader loads one. */
import type { SearchStrings } from '../i18n/en.ts';

const files = import.meta.glob<SearchStrings>('../i18n/??.ts', { import: 'search' });

export const loadSearchStrings = (): Promise<SearchStrings> => (files[`../i18n/${document.documentElement.lang}.ts`] ?? files['../i18n/en.ts']!)();
