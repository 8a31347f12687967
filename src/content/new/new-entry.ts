/** The texts that `npm run new` writes. Pure: takes a site and the texts of its files, returns new texts. */
import { parseDocument, stringify } from 'yaml';
import type { Stored } from '../../permalinks/storage.ts';
import { isEntryId } from '../../model/check/index.ts';
import { closestNames } from '../../model/did-you-mean.ts';
import type { Site } from '../../model/site.ts';
import { isId } from '../../schema/fields.ts';
import { appendToList, appendToMap } from './append-yaml.ts';
import { concept, decision, question, source, termData, titleOf } from './templates.ts';

export const NEW_KINDS = ['concept', 'question', 'decision', 'source', 'term', 'translation'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

export interface NewEntry {
  kind: NewKind;
  id: string;
  /** The language of a translation. */
  lang?: string | undefined;
  /** YYYY-MM-DD. */
  today: string;
}

/** The data of a content folder for the templates. */
export interface Known {
  site: Site;
  stored: Pick<Stored, 'redirects'> | undefined;
  texts: ReadonlyMap<string, string>;
}

/** Returns the texts of new and changed files by path, or a message if the entry cannot be written. */
export function newEntry(known: Known, entry: NewEntry): Map<string, string> | string {
  const { kind, id } = entry;
  if (kind === 'translation') return translation(known, entry);
  return refusal(known, entry) ?? (kind === 'term' ? term(known, id) : newFile(known, entry));
}

function refusal({ site, stored, texts }: Known, { kind, id }: NewEntry): string | undefined {
  const { index, vocabulary } = site.locales[0]!;
  if (kind === 'term') {
    if (!isId(id)) return `“${id}” cannot be the id of a term. An id is short, ASCII and kebab-case.`;
    return vocabulary && id in vocabulary.data.terms ? `The term “${id}” is already in vocabulary.yaml.` : undefined;
  }
  if (!isEntryId(kind, id)) return `“${id}” cannot be an id. An id is short, ASCII and kebab-case, and is not the name of a page of the site.`;
  const taken = [...texts.keys()].find((file) => new RegExp(`(?:concepts|questions|decisions|sources)/${RegExp.escape(id)}\\.\\w+$`).test(file));
  if (taken ?? index.get(id)) return `The id “${id}” is already used by ${taken ?? index.get(id)!.title}.`;
  if (stored?.redirects.rules.has(id)) return `“${id}” was published and now redirects. Choose another id, so that old links keep their meaning.`;
  return undefined;
}

function newFile({ site, texts }: Known, { kind, id, today }: NewEntry): Map<string, string> {
  const lang = site.data.languages[0]!;
  const title = titleOf(kind === 'question' ? `${id}?` : id);
  if (kind === 'source') return new Map([[`sources/${id}.yaml`, source(title, today, Object.keys(site.data.jurisdictions))]]);
  if (kind === 'decision') return new Map([[`${lang}/decisions/${id}.yaml`, decision(title)]]);
  const folder = kind === 'concept' ? 'concepts' : 'questions';
  return new Map([
    [`${lang}/${folder}/${id}.mdx`, (kind === 'concept' ? concept : question)(title, today)],
    ['site.yaml', inNavigation(site, texts.get('site.yaml') ?? '', id, `${lang}/${folder}/`)],
  ]);
}

/** Adds a page to the last group of the reading order that has pages of its folder, else to the last group. */
function inNavigation({ data, locales }: Site, text: string, id: string, folder: string): string {
  const { pages } = locales[0]!;
  const groups = data.navigation;
  const document = parseDocument(text);
  if (groups.length === 0) {
    document.set('navigation', document.createNode([{ title: { [data.languages[0]!]: 'Pages' }, entries: [id] }]));
    return document.toString({ lineWidth: 0 });
  }
  const own = groups.findLastIndex(({ entries }) => entries.some((one) => pages.get(one)?.file.startsWith(folder)));
  return appendToList(text, document, ['navigation', own < 0 ? groups.length - 1 : own, 'entries'], stringify(id).trim());
}

/** Adds a term at the end of the vocabulary. It refers to the page of the same id, else to the first page. */
function term({ site, texts }: Known, id: string): Map<string, string> | string {
  const lang = site.data.languages[0]!;
  const { index, pages } = site.locales[0]!;
  const see = [id, ...pages.keys()].find((address) => index.get(address) && pages.get(address)?.kind !== 'front');
  if (!see) return 'A term links to the section that explains it. Write a page first: npm run new -- concept <id>';
  const text = texts.get('vocabulary.yaml') ?? '';
  return new Map([['vocabulary.yaml', appendToMap(text, parseDocument(text), 'terms', id, termData(id, lang, see))]]);
}

/** Copies the original into the folder of another language, to be translated in place: its ids have to stay as they are. */
function translation({ site, texts }: Known, { id, lang }: NewEntry): Map<string, string> | string {
  const [first = ''] = site.data.languages;
  if (!lang) return 'Name the language: npm run new -- translation <id> <language>';
  if (!site.data.languages.includes(lang))
    return `The language “${lang}” is not in site.yaml. Add it there first, as languages: [${[...site.data.languages, lang].join(', ')}].`;
  if (lang === first) return `“${lang}” is the first language of this base, from which the others are translated.`;
  const { pages, trees } = site.locales[0]!;
  const original = pages.get(id) ?? trees.get(id);
  if (!original) {
    const near = closestNames(id, [...pages.keys(), ...trees.keys()]);
    return `There is no page or decision tree “${id}” in ${first}.${near.length ? ` Did you mean ${near.join(', or ')}?` : ''}`;
  }
  const file = original.file.replace(`${first}/`, `${lang}/`);
  if (texts.has(file)) return `${file} already exists.`;
  return new Map([[file, texts.get(original.file)!]]);
}
