import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/notes.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { ArticleEntry, SourceEntry } from '../model/entry.ts';
import type { Page } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { PageKind, PartKind } from './ledger.ts';

/** What a build would publish, as far as addresses go. */
export interface Publication {
  /** The first is the one that the others fall back to. */
  languages: readonly string[];
  leaves: Leaf[];
}

/** A page in one language. */
export interface Leaf {
  lang: string;
  id: string;
  kind: PageKind;
  text: string;
  /** In order: each section, then what stands in it. */
  parts: Part[];
}

/** A part of a page; a block has no name until the ledger gives it one. */
export interface Part {
  kind: PartKind;
  name: string;
  text: string;
}

/** List what a site publishes. A page in another language's stead is that language's. */
export function publicationOf({ editions }: Pick<Site, 'editions'>): Publication {
  const leaves = editions.flatMap(({ lang, pages, trees, sources, article }, at): Leaf[] => [
    ...[...pages.values()].filter((page) => page.lang === lang).map(leafOfPage),
    ...[...trees.values()].filter((tree) => tree.lang === lang).map(leafOfTree),
    ...(at === 0 ? [...[...sources.values()].map((source) => leafOfSource(source, lang)), ...(article ? [leafOfArticle(article, lang)] : [])] : []),
  ]);
  return { languages: editions.map(({ lang }) => lang), leaves };
}

function leafOfPage(page: Page): Leaf {
  const { kind, id, lang, data } = page;
  const parts = new Map<string, Part[]>();
  const put = (section: string, part: Part): void => void (parts.get(section) ?? parts.get(INTRO)!).push(part);
  parts.set(INTRO, []);
  for (const { id: name, title } of page.sections) if (!parts.has(name)) parts.set(name, [{ kind: 'section', name, text: title }]);
  for (const { section, text } of page.blocks) put(section, { kind: 'block', name: '', text });
  for (const { name, section, attributes, paragraphs } of page.components) {
    if (attributes.id && name !== 'Tree') put(section, { kind: 'aside', name: attributes.id, text: paragraphs.join(' ') });
  }
  for (const { name, text } of page.notes) {
    const home = page.references.find((reference) => reference.name === name)?.section;
    put(home ?? INTRO, { kind: 'note', name: `fn-${name}`, text });
  }
  const intro = parts.get(INTRO)!;
  if (intro.some((part) => part.kind === 'block')) intro.unshift({ kind: 'section', name: INTRO, text: data.title });
  if (page.notes.length) parts.set(NOTES, [{ kind: 'section', name: NOTES, text: '' }]);
  return { lang, id, kind, text: `${data.title} ${data.summary}`, parts: [...parts.values()].flat() };
}

function leafOfTree({ id, lang, data, questions, outcomes }: Tree): Leaf {
  const parts = [
    ...questions.map(({ id: name, ask, why }): Part => ({ kind: 'node', name, text: `${ask} ${why ?? ''}` })),
    ...outcomes.map(({ id: name, verdict, text }): Part => ({ kind: 'outcome', name, text: `${verdict} ${text}` })),
  ];
  return { lang, id, kind: 'decision', text: `${data.title} ${data.summary}`, parts };
}

function leafOfSource({ id, data }: SourceEntry, lang: string): Leaf {
  return { lang, id, kind: 'source', text: `${data.short} ${data.title} ${data.summary}`, parts: [] };
}

function leafOfArticle({ id, data }: ArticleEntry, lang: string): Leaf {
  const parts = Object.entries(data.points).map(([name, { gist }]): Part => ({
    kind: 'point',
    name,
    text: gist[lang] ?? Object.values(gist).join(' '),
  }));
  return { lang, id, kind: 'article', text: data.title, parts };
}
