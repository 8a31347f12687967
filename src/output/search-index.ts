/** Builds the files of the search: Pagefind's index in `pagefind/`, and everything else in `search-index/`. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Site } from '../model/site.ts';
import type { FacetValues, Manifest, RecordText } from '../search/index-format.ts';
import { phraseKey } from '../search/query-tokens.ts';
import { indexParts } from './index-parts.ts';
import { packFiles, partPath } from './offline-bundle.ts';
import { mergeParts, type IndexPart } from './pagefind-index.ts';
import { GAP, moreThan } from './pagefind-record.ts';
import type { ReusedFolder } from './reused-folder.ts';
import type { HasPage } from './search-site-pages.ts';
import type { SearchPage } from './search-record.ts';
import { questionRecords, searchPages } from './search-records.ts';
import { spellingDictionary } from './spelling-dictionary.ts';

/** Settings of the search from the content. */
type About = Pick<Manifest, 'language' | 'names' | 'languages'>;

/** A word in more than this share and this number of records is common (`Manifest.common`). A word in fewer records has a short list, even with positions. */
const COMMON = { share: 1 / 16, number: 100 };

/** The search of a language, as plain data for a worker thread. */
export interface SearchInput {
  /** The folder of its index. */
  folder: string;
  pages: SearchPage[];
  synonyms: string[][];
  about: About;
}

/** Returns the input for the search of each language. `has` returns whether a language has a list page. */
export function searchInput(site: Site, has?: HasPage): SearchInput[] {
  return site.locales.map(({ lang }) => ({
    folder: indexFolder(site.routes, lang),
    pages: searchPages(site, lang, has),
    synonyms: synonymsIn(site, lang),
    about: aboutIn(site, lang),
  }));
}

/** The folders of what a search keeps for the next build. */
export interface SearchCaches {
  /** The parts of the index. */
  index: string;
  /** The parts of the offline bundle. */
  packed: string;
}

/** Writes the files of the search, and its parts of the offline bundle if there are caches. Returns the SHA-256 of each file. */
export async function writeSearch(input: readonly SearchInput[], folder: ReusedFolder, caches?: SearchCaches): Promise<Map<string, string>> {
  const packing: Promise<Uint8Array[]>[] = [];
  // One language at a time, because the files of an index are as large in memory as its records.
  for (const language of input) {
    const files = await searchFiles([language], caches?.index);
    const { folder: hashed } = JSON.parse(files.get(`search-index/${language.folder}index.json`) as string) as Manifest;
    folder.adopt(`search-index/${language.folder}${hashed}`, /^[0-9a-f]{10}$/);
    for (const [path, content] of files) folder.write(path, content);
    if (caches) packing.push(packFiles([...files.keys()], (path) => Buffer.from(files.get(path)!), caches.packed));
  }
  for (const pack of (await Promise.all(packing)).flat()) folder.write(partPath(pack), pack);
  return folder.written;
}

/**
 * Returns the files of the search by path: an index for each language, that of the first at the root. Pagefind's code is the same for all.
 * The same site gives the same bytes.
 */
export async function searchFiles(input: readonly SearchInput[], cache?: string): Promise<Map<string, string | Uint8Array>> {
  const all = new Map<string, string | Uint8Array>();
  for (const { folder, pages, synonyms, about } of input) {
    for (const [path, content] of await filesFor(pages, synonyms, about, cache)) {
      const isCode = /^pagefind\/pagefind\.(?:js|wasm)$/.test(path);
      if (!(folder && isCode)) all.set(path.replace('/', `/${folder}`), content);
    }
  }
  return all;
}

/** The folder of the index of a language, in `pagefind/` and in `search-index/`. */
const indexFolder = ({ languages }: Pick<Site['routes'], 'languages'>, lang: string): string => (lang === languages[0] ? '' : `${lang}/`);

/** Returns the files for some pages and groups of synonyms. `cache` is the folder of the cached parts of the index. */
export async function filesFor(
  pages: readonly SearchPage[],
  synonyms: readonly (readonly string[])[],
  about: About = { language: 'en', names: {}, languages: [] },
  cache?: string,
): Promise<Map<string, string | Uint8Array>> {
  const questions = questionRecords(pages);
  const indexing = indexParts([...pages, ...questions], cache && join(cache, about.language));
  // This takes less time than Pagefind.
  const [parts, { manifest, files }] = await Promise.all([indexing, ownFiles(pages, synonyms, about)]);
  manifest.common = commonIn(parts);
  manifest.questions = questions.length;
  const index = await mergeParts(parts, new Set(manifest.common), questions.length);
  return new Map<string, string | Uint8Array>([
    ...[...index].map(([path, content]): [string, Uint8Array] => [`pagefind/${path}`, content]),
    ['search-index/index.json', JSON.stringify(manifest)],
    ...[...files].map(([name, text]): [string, string] => [`search-index/${manifest.folder}/${name}`, text]),
  ]);
}

/** Returns the words that many records contain, the rarest first. */
function commonIn(parts: readonly IndexPart[]): string[] {
  const holders = new Map<string, number>();
  for (const part of parts) for (const [word, count] of part.holders) holders.set(word, (holders.get(word) ?? 0) + count);
  const records = parts.reduce((sum, { lengths }) => sum + lengths.length, 0);
  return [...moreThan(Math.max(COMMON.number, records * COMMON.share), holders)].filter((word) => word !== GAP.trim());
}

/** The files beside Pagefind's index. The manifest has no common words yet, because these are known after the index. */
interface OwnFiles {
  manifest: Manifest;
  /** The texts of the results and the known words (`search/index-format.ts`). */
  files: Map<string, string>;
}

async function ownFiles(pages: readonly SearchPage[], synonyms: readonly (readonly string[])[], about: About): Promise<OwnFiles> {
  const records = pages.flatMap((page) => page.records);
  const words = await spellingDictionary(records);
  const files = new Map<string, string>([
    ...pages.flatMap(textsOf).map((text, record): [string, string] => [`t${record}.json`, JSON.stringify(text)]),
    ...[...words].map(([name, text]): [string, string] => [`w${name}.txt`, text]),
  ]);
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  const facets: FacetValues[] = [];
  const manifest: Manifest = {
    folder: hashOf(files),
    pages: pages.map(({ records: own, lang, certainty = '', jurisdiction = '' }) => [own.length, indexIn(facets, [lang, certainty, jurisdiction])]),
    facets,
    ...about,
    common: [],
    questions: 0,
    kinds,
    kindOf: records.map(({ kind }) => String.fromCharCode(97 + kinds.indexOf(kind))).join(''),
    synonyms: synonyms
      .map((group) => [...new Set(group.map(phraseKey).filter(Boolean))])
      // A query in Cyrillic is answered from the Russian index.
      .filter((group) => group.length > 1 && (about.language === 'ru' || group.some((key) => !/[а-я]/.test(key)))),
    words: [...words.keys()],
  };
  return { manifest, files };
}

function textsOf({ path, shared, title: page, records }: SearchPage): RecordText[] {
  const about = { path, ...(shared ? { shared } : {}), page };
  return records.map(({ id, title, blocks }) => ({ ...about, id, title, blocks: blocks.map((block) => [block.id, block.text]) }));
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(`${name}\n${text}\n`);
  return hash.digest('hex').slice(0, 10);
}

/** Returns the index of the values in the list. Adds new values to the list. */
function indexIn(list: FacetValues[], values: FacetValues): number {
  const at = list.findIndex((one) => one.join() === values.join());
  return at >= 0 ? at : list.push(values) - 1;
}

/**
 * Returns the groups of synonyms: the names of each term, and the synonyms that only the search uses. Of these, the index of another language has no
 * words in Cyrillic: a query in Cyrillic is answered from the Russian index, and the groups are loaded before the first answer.
 */
function synonymsIn({ locales }: Site, lang: string): string[][] {
  const { terms = {}, 'search-synonyms': everyday = [] } = locales[0]?.vocabulary?.data ?? {};
  return [
    ...Object.values(terms).map(({ term, synonyms }) => [...Object.values(term), ...synonyms]),
    ...everyday.map((group) => group.filter((word) => lang === 'ru' || !/[а-яё]/i.test(word))),
  ];
}

/** Returns the names of jurisdictions and of the article, and the languages whose words occur in the texts. */
function aboutIn({ data, locales }: Site, language: string): About {
  const { article } = locales[0] ?? {};
  return {
    language,
    names: { jurisdiction: data.jurisdictions, ...(article ? { kind: { article: article.data.name } } : {}) },
    languages: [...new Set([...data.languages, ...data['quoted-languages']])],
  };
}
