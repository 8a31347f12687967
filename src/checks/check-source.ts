import { loadContent, type Content } from '../content/load-content.ts';
import { interfaceLanguage } from '../i18n/index.ts';
import { languageName } from '../i18n/languages.ts';
import { BOOK_TEXT_LIMIT, isBookTooLarge } from '../model/book.ts';
import type { Site } from '../model/site.ts';
import { isMapTooLarge } from '../model/concept-dependencies.ts';
import { checkDrawings } from '../output/render-diagrams.ts';
import { checkPermalinks } from '../permalinks/check.ts';
import { checkPublicFiles, publicFiles } from './public-files.ts';
import { sortDiagnostics, type LocatedDiagnostic } from './report.ts';

export interface SourceCheck {
  /** The model; undefined if site.yaml cannot be parsed. */
  site: Site | undefined;
  diagnostics: LocatedDiagnostic[];
  /** What a writer may want to know, without being an error. */
  warnings: string[];
  /** The number of files. */
  files: number;
}

/** Checks a content folder and reports the errors of all files. Writes nothing and needs no browser. */
export async function checkSource(folder: string, base = '/'): Promise<SourceCheck> {
  return checkContent(await loadContent(folder, base));
}

/** Checks loaded content. Permalinks are checked only if nothing else is wrong, because another error can hide addresses. */
export async function checkContent({ folder, site, isKnown, stored, diagnostics, files, locate }: Content): Promise<SourceCheck> {
  const invalid = new Set(diagnostics.map(({ file }) => file));
  const found = [...diagnostics, ...checkPublicFiles(site, await publicFiles()), ...(await checkDrawings(site, folder, invalid))];
  const located = found.map(({ at, ...rest }): LocatedDiagnostic => ({ ...rest, ...locate(rest.file, at) }));
  const ofAddresses = stored && isKnown && located.length === 0 ? checkPermalinks(stored, site) : [];
  return {
    site: isKnown ? site : undefined,
    diagnostics: sortDiagnostics([...located, ...ofAddresses]),
    warnings: isKnown ? [...languageWarnings(site), ...sizeWarnings(site), ...cardWarnings(site)] : [],
    files,
  };
}

/** The languages for which the interface has no strings. */
const languageWarnings = ({ data }: Site): string[] =>
  data.languages
    .filter((lang) => interfaceLanguage(lang) !== lang)
    .map(
      (lang) =>
        `The interface is not translated into ${languageName(lang, 'en')} (${lang}), so its pages have menus and buttons in English. Add src/i18n/${lang}.ts.`,
    );

/** Parts of the site that are left out because of its size. */
function sizeWarnings(site: Site): string[] {
  const book = site.data.book === 'whole' && isBookTooLarge(site);
  return [
    ...(book
      ? [
          `The pages have more than ${BOOK_TEXT_LIMIT.toLocaleString('en')} characters, which is too much for one page, so /print/ and the PDF are left out. With “book: none” this warning is off.`,
        ]
      : []),
    ...(site.locales.some(isMapTooLarge) ? ['The concept map is too large to be drawn, so its page has the list only.'] : []),
  ];
}

/** Titles that the image of a link preview cannot show. */
function cardWarnings({ data, locales }: Site): string[] {
  if (data['social-cards'] === 'none') return [];
  return locales.flatMap(({ lang, pages }) =>
    [...pages.values()].flatMap(({ file, lang: own, data: { title } }) => {
      const missing = own === lang ? [...new Set(title.match(UNDRAWN) ?? [])].join('') : '';
      return missing
        ? [`The images of link previews have no letters for “${missing}” in the title of ${file}. Set “social-cards: none”, or use other letters.`]
        : [];
    }),
  );
}

/** Characters that the typefaces of the cards do not have. */
const UNDRAWN = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}(?<![©®™↔])/gu;
