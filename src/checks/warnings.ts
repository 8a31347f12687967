/** Warnings, which do not fail the check: missing and outdated translations, and parts of the site that are left out. */
import { interfaceLanguage } from '../i18n/index.ts';
import { languageName } from '../i18n/languages.ts';
import { textsPerLanguage } from '../model/check/texts-per-language.ts';
import { isMapTooLarge } from '../model/concept-dependencies.ts';
import type { Entry } from '../model/entry.ts';
import type { Location } from '../model/diagnostics.ts';
import type { Site } from '../model/site.ts';
import { unknownPermalinks } from '../permalinks/check.ts';
import { outdatedPassages, type OutdatedPassage } from '../permalinks/outdated.ts';
import { snapshotOf } from '../permalinks/snapshot.ts';
import type { Stored } from '../permalinks/storage.ts';
import type { Warning } from './report.ts';

type Locate = (file: string, place: Location) => { line: number; column: number };

/** Lists the warnings of a base whose site.yaml could be read, without those that an error in the `invalid` files can cause. */
export function warningsOf(site: Site, entries: readonly Entry[], stored: Stored | undefined, locate: Locate, invalid: Set<string>): Warning[] {
  const outdated = stored?.diagnostics.length === 0 ? outdatedPassages(stored.permalinks, snapshotOf(site), site.routes.languages[0]!) : [];
  return [
    ...interfaces(site),
    ...sizes(site),
    ...cards(site),
    ...untranslated(site, entries, locate),
    ...outdated
      .filter(({ page }) => !site.locales.some((locale) => invalid.has(fileOf(locale, page))))
      .map((one) => outdatedWarning(site, one, locate)),
    // Without git and redirects, this is the only trace of a list of permalinks that was lost.
    ...(stored ? [] : unknownPermalinks(site).map((one) => ({ ...one, kind: 'permalinks-unknown' as const }))),
  ].filter(({ file }) => !invalid.has(file));
}

const interfaces = ({ data }: Site): Warning[] =>
  data.languages
    .filter((lang) => interfaceLanguage(lang, data.languages) !== lang)
    .map((lang) => ({
      kind: 'no-interface',
      file: 'site.yaml',
      line: 1,
      column: 1,
      message: `The interface is not translated into ${languageName(lang, 'en')} (${lang}), so its pages have menus and buttons in ${languageName(interfaceLanguage(lang, data.languages), 'en')}.`,
      hint: `Add src/i18n/${lang}.ts.`,
    }));

const inSite = (kind: Warning['kind'], message: string, hint: string): Warning => ({ kind, file: 'site.yaml', line: 1, column: 1, message, hint });

/** Parts of the site that are left out because of its size. */
const sizes = (site: Site): Warning[] =>
  site.locales.some(isMapTooLarge)
    ? [inSite('too-large', 'The concept map is too large to be drawn, so its page has the list only.', 'No action is needed.')]
    : [];

/** Titles that the image of a link preview cannot show. */
function cards({ data, locales }: Site): Warning[] {
  if (data['social-cards'] === 'none') return [];
  return locales.flatMap(({ lang, pages }) =>
    [...pages.values()].flatMap(({ file, lang: own, data: { title } }) => {
      const missing = own === lang ? [...new Set(title.match(UNDRAWN) ?? [])].join('') : '';
      return missing
        ? [
            {
              ...inSite(
                'undrawn-title',
                `The images of link previews have no letters for “${missing}” in the title.`,
                'Set “social-cards: none”, or use other letters.',
              ),
              file,
            },
          ]
        : [];
    }),
  );
}

/** Characters that the typefaces of the cards do not have. */
const UNDRAWN = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}(?<![©®™↔])/gu;

/** Texts that lack a language of the base, and pages and trees that only the first language has. */
function untranslated({ data, locales }: Site, entries: readonly Entry[], locate: Locate): Warning[] {
  const [first, ...others] = data.languages;
  const texts = textsPerLanguage(entries).flatMap(({ file, path, texts: given, isTranslation }) => {
    const missing = isTranslation ? [] : others.filter((lang) => given[lang] === undefined);
    return missing.map((lang) => ({ file, lang, path: [...path], what: path.join('.') }));
  });
  const records = entries.flatMap((entry) =>
    entry.kind === 'source' && typeof entry.data.summary === 'string'
      ? others.map((lang) => ({ file: entry.file, lang, path: ['summary'], what: 'summary' }))
      : [],
  );
  const pages = locales
    .slice(1)
    .flatMap(({ lang, ...locale }) =>
      [...locale.pages.values(), ...locale.trees.values()]
        .filter((page) => page.lang !== lang)
        .map(({ file }) => ({ file, lang, path: [], what: '' })),
    );
  return [...pages, ...texts, ...records].map(({ file, lang, path, what }) => ({
    kind: 'untranslated',
    file,
    ...locate(file, { path }),
    message: what ? `“${what}” is not given in ${lang}.` : `This page is not translated into ${lang}.`,
    hint: what
      ? `Add “${lang}: …”; until then readers in ${lang} see the ${first} text, marked as ${first}.`
      : `Write ${file.replace(/^[a-z]{2}\//, `${lang}/`)}; until then readers in ${lang} see this page.`,
  }));
}

function outdatedWarning({ locales }: Site, { lang, page, address, what, since }: OutdatedPassage, locate: Locate): Warning {
  const [first] = locales;
  const of = (locale: (typeof locales)[number]) => {
    const file = fileOf(locale, page);
    return { file, ...locate(file, placeOf(locale, page, address)) };
  };
  const here = of(locales.find((locale) => locale.lang === lang)!);
  const original = of(first!);
  const place = `${original.file}:${original.line}:${original.column}`;
  const day = since ? ` on ${since}` : '';
  if (what === 'missing')
    return {
      kind: 'untranslated-block',
      ...here,
      message: `“${address}” is not translated into ${lang}. The ${first!.lang} text is at ${place}.`,
      hint: 'Translate it, with the same id at its end. Until then the page links to the original.',
    };
  return {
    kind: 'outdated',
    ...here,
    message: `The ${first!.lang} text of “${address}” changed${day}, after this translation: ${place}.`,
    hint: `Update this text. If its meaning is still the same, run npm run permalinks -- confirm ${address}`,
  };
}

const fileOf = ({ pages, trees, sources, article }: Site['locales'][number], page: string): string =>
  (pages.get(page) ?? trees.get(page) ?? sources.get(page) ?? (page === 'article' ? article : undefined))?.file ?? '';

/** Returns the location of an address in the file of its page. */
function placeOf(locale: Site['locales'][number], page: string, address: string): Location {
  const name = address.slice(page.length + 1);
  const found = locale.pages.get(page);
  if (!found) {
    const node = locale.trees.get(page)?.byId.get(name);
    if (node) return { path: [node.kind === 'question' ? 'questions' : 'outcomes', name] };
    return { path: page === 'article' && name ? ['points', name, 'gist', locale.lang] : ['summary'] };
  }
  const note = found.notes.find((one) => `fn-${one.name}` === name);
  const component = found.components.find(({ attributes }) => attributes.id === name);
  const section = found.sections.find(({ id }) => id === name || name.startsWith(`${id}.`));
  const block = found.blocks.find(({ id }) => id === name);
  return (block ?? note ?? component ?? section)?.at ?? { path: name ? [] : ['title'] };
}
