import { createHash } from 'node:crypto';
import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/footnotes.ts';
import { singleSpaced } from '../markdown/plain-text.ts';
import type { Address } from '../model/address.ts';
import { buildTree, type Tree } from '../model/decision-tree.ts';
import type { ArticleEntry, Entry } from '../model/entry.ts';
import type { Locale } from '../model/locale.ts';
import type { Page } from '../model/page.ts';
import { parsePage } from '../model/parse-page.ts';
import { sourceIn, sourceTextIn, type Source, type SourceText } from '../model/source.ts';
import type { Site } from '../model/site.ts';
import type { PageKind, PartKind, Permalink } from './permalinks.ts';

/** An address that a build publishes. */
export interface LiveAddress {
  address: Address;
  kind: Permalink['kind'];
  hash: string;
  /** The text that is hashed, with single spaces. */
  text: string;
  /** The section of the page; empty for the page itself. */
  section: string;
  /** For a translation, the hash of the present original (in the first language). */
  from?: string | undefined;
}

/** The addresses of a page in one language, in the order of the page. */
export interface PageSnapshot {
  lang: string;
  page: string;
  addresses: LiveAddress[];
}

const snapshots = new WeakMap<readonly Locale[], PageSnapshot[]>();

/** Returns the addresses that a build publishes. A fallback page counts only in its own language. Cached, because several checks need it. */
export function snapshotOf({ locales }: Pick<Site, 'locales'>): readonly PageSnapshot[] {
  const known = snapshots.get(locales) ?? snapshotOfLocales(locales);
  snapshots.set(locales, known);
  return known;
}

function snapshotOfLocales([first, ...others]: readonly Locale[]): PageSnapshot[] {
  if (!first) return [];
  const originals = [
    ...snapshotOfTexts(first),
    ...[...first.sources.values()].map((source) => snapshotOfSource(source, first.texts.get(source.id), first.lang)),
    ...(first.article ? [snapshotOfArticle(first.article, first.lang)] : []),
  ];
  const hashes = new Map(originals.flatMap(({ addresses }) => addresses.map(({ address, hash }) => [address, hash])));
  const translations = others.flatMap((locale) => [
    ...snapshotOfTexts(locale).map((page) => ({ ...page, addresses: page.addresses.map((one) => translationOf(one, hashes)) })),
    ...[...locale.sources.values()].flatMap((source) => snapshotOfTranslation(source, first.sources.get(source.id)!, locale.lang)),
    ...(first.article ? snapshotOfPoints(first.article, locale.lang, hashes) : []),
  ]);
  return [...originals, ...translations];
}

const snapshotOfTexts = ({ lang, pages, trees }: Locale): PageSnapshot[] => [
  ...[...pages.values()].filter((page) => page.lang === lang).map(snapshotOfPage),
  ...[...trees.values()].filter((tree) => tree.lang === lang).map(snapshotOfTree),
];

/** Adds the hash of the original, except to a walk, which has no text of its own. */
const translationOf = (one: LiveAddress, hashes: ReadonlyMap<Address, string>): LiveAddress =>
  one.kind === 'walk' ? one : { ...one, from: hashes.get(one.address) };

/** Returns the hash of a text: 12 hexadecimal digits. White space counts as one space. */
export const hashOf = (text: string): string => createHash('sha256').update(plain(text)).digest('hex').slice(0, 12);

const plain = (text: string): string => singleSpaced(text.normalize('NFC')).trim();

/**
 * Returns the texts of an entry in a language with their hashes, by address. `first` is the first language. Of a source's file it returns the record, of
 * the file with its whole text the paragraphs.
 */
export function textsOfEntry(entry: Entry, lang: string, first: string): Map<Address, { text: string; hash: string }> {
  const isOriginal = lang === first;
  const snapshots = (): PageSnapshot[] => {
    switch (entry.kind) {
      case 'front':
      case 'concept':
      case 'question':
        return [snapshotOfPage(parsePage(entry))];
      case 'decision':
        return [snapshotOfTree(buildTree(entry))];
      case 'source': {
        const original = sourceIn(entry, first, first);
        return isOriginal ? [snapshotOfSource(original, undefined, first)] : snapshotOfTranslation(sourceIn(entry, lang, first), original, lang);
      }
      case 'source-text':
        return isOriginal ? [snapshotOfParagraphs(sourceTextIn(entry, first, first), collector(first, entry.id, 'source', '')).made] : [];
      case 'article':
        return isOriginal ? [snapshotOfArticle(entry, first)] : snapshotOfPoints(entry, lang, new Map());
      default:
        return [];
    }
  };
  return new Map(
    snapshots().flatMap(({ addresses }) => addresses.filter(({ text }) => text).map(({ address, text, hash }) => [address, { text, hash }])),
  );
}

function snapshotOfPage({ kind, id, lang, data, sections, blocks, components, notes, references }: Page): PageSnapshot {
  const snapshot = collector(lang, id, kind, `${data.title} ${data.summary}`);
  const bySection = new Map<string, { kind: PartKind; name: string; text: string }[]>([[INTRO, []]]);
  const put = (section: string, kind: PartKind, name: string, text: string): void =>
    void (bySection.get(section) ?? bySection.get(INTRO)!).push({ kind, name, text });
  for (const { id: name, title } of sections) if (!bySection.has(name)) bySection.set(name, [{ kind: 'section', name, text: title }]);
  for (const { id: name, section, text } of blocks) put(section, 'block', name, text);
  for (const { name, section, attributes, paragraphs } of components) {
    if (attributes.id && name !== 'Tree') put(section, 'aside', attributes.id, paragraphs.join(' '));
  }
  for (const { name, text } of notes) put(references.find((reference) => reference.name === name)?.section ?? INTRO, 'note', `fn-${name}`, text);
  const intro = bySection.get(INTRO)!;
  if (blocks.some(({ section }) => section === INTRO)) intro.unshift({ kind: 'section', name: INTRO, text: data.title });
  if (notes.length) bySection.set(NOTES, [{ kind: 'section', name: NOTES, text: '' }]);
  for (const [section, parts] of bySection) for (const { kind: partKind, name, text } of parts) snapshot.add(partKind, `.${name}`, text, section);
  return snapshot.made;
}

function snapshotOfTree({ id, lang, data, questions, outcomes, states }: Tree): PageSnapshot {
  const snapshot = collector(lang, id, 'decision', `${data.title} ${data.summary}`);
  for (const { id: name, ask, why } of questions) snapshot.add('node', `.${name}`, `${ask} ${why ?? ''}`, name);
  for (const { id: name, verdict, text, next } of outcomes) snapshot.add('outcome', `.${name}`, `${verdict} ${text} ${next ?? ''}`, name);
  for (const { steps, node } of states) {
    // The first state is the page of the tree. The address of a state is its answers, its text is the node.
    if (steps.length) snapshot.add('walk', `/${steps.map(({ answer }) => answer.id).join('/')}`, node.id);
  }
  return snapshot.made;
}

function snapshotOfSource({ id, data }: Source, text: SourceText | undefined, lang: string): PageSnapshot {
  const snapshot = collector(lang, id, 'source', `${data.short} ${data.title} ${data.summary}`);
  if (text) snapshotOfParagraphs(text, snapshot);
  for (const { id: name, original } of data.quotes) if (name) snapshot.add('quote', `.${name}`, original, name);
  return snapshot.made;
}

/** Returns the snapshot of a translated record: one address, with all texts of the record in the language. */
function snapshotOfTranslation({ id, data, foreign }: Source, original: Source, lang: string): PageSnapshot[] {
  const fields = (['short', 'title', 'summary', 'notes'] as const).filter((field) => data[field] !== original.data[field] && !(field in foreign));
  if (!fields.includes('summary')) return [];
  const textOf = (of: Source['data']): string => fields.map((field) => of[field] ?? '').join(' ');
  const snapshot = collector(lang, id, 'source', textOf(data));
  return [{ ...snapshot.made, addresses: snapshot.made.addresses.map((one) => ({ ...one, from: hashOf(textOf(original.data)) })) }];
}

function snapshotOfParagraphs({ data }: Pick<SourceText, 'data'>, snapshot: ReturnType<typeof collector>): ReturnType<typeof collector> {
  for (const [name, { original, translation }] of Object.entries(data.paragraphs))
    snapshot.add('paragraph', `.${name}`, `${original ?? ''} ${translation ?? ''}`, name);
  return snapshot;
}

function snapshotOfArticle({ id, data }: ArticleEntry, lang: string): PageSnapshot {
  const snapshot = collector(lang, id, 'article', data.title);
  for (const [name, { gist }] of Object.entries(data.points)) snapshot.add('point', `.${name}`, gist[lang] ?? Object.values(gist).join(' '), name);
  return snapshot.made;
}

/** Returns the snapshot of the points of the article that are translated into a language. The title of the article is not translated. */
function snapshotOfPoints(article: ArticleEntry, lang: string, hashes: ReadonlyMap<Address, string>): PageSnapshot[] {
  const translated = Object.entries(article.data.points).filter(([, { gist }]) => gist[lang]);
  if (translated.length === 0) return [];
  const { addresses, ...made } = snapshotOfArticle({ ...article, data: { ...article.data, points: Object.fromEntries(translated) } }, lang);
  return [{ ...made, addresses: addresses.map((one) => translationOf(one, hashes)) }];
}

function collector(lang: string, page: string, kind: PageKind, text: string) {
  const made: PageSnapshot = { lang, page, addresses: [{ address: page, kind, hash: hashOf(text), text: plain(text), section: '' }] };
  const seen = new Set<string>();
  return {
    made,
    add(partKind: PartKind, name: string, words: string, section = ''): void {
      if (!seen.has(name)) made.addresses.push({ address: page + name, kind: partKind, hash: hashOf(words), text: plain(words), section });
      seen.add(name);
    },
  };
}
