/** Search records of trees, sources, the article and the vocabulary. */
import { stringsOf } from '../i18n/index.ts';
import { pathOf } from '../model/address.ts';
import type { Tree } from '../model/decision-tree.ts';
import type { Locale } from '../model/locale.ts';
import type { Source } from '../model/source.ts';
import { labelsOf } from '../model/source-labels.ts';
import type { SearchPage, SearchRecord } from './search-record.ts';

const bare = { names: [], context: [], cited: [], blocks: [] } satisfies Partial<SearchRecord>;

/** Returns a record for the tree, one for each question with its reason and answers, and one for each outcome. */
export function treePage(locale: Locale, tree: Tree, shared: boolean, vocabulary: Map<string, string[]>): SearchPage {
  const { id, data, lang, questions, outcomes } = tree;
  const kind = 'decision';
  const words = stringsOf(lang, locale.languages);
  const opening = {
    ...bare,
    id: '',
    kind,
    title: data.title,
    names: [id.replaceAll('-', ' '), words.kinds[kind], ...words.alsoCalled.decision, ...(vocabulary.get(id) ?? [])],
    blocks: [{ id: '', text: data.summary }],
  };
  const record = (node: string, title: string, sources: readonly string[]): SearchRecord => ({
    ...bare,
    id: node,
    kind,
    title,
    names: [node.replaceAll('-', ' '), ...(vocabulary.get(`${id}.${node}`) ?? [])],
    context: [data.title],
    cited: labelsOf(locale, sources),
  });
  const records = [
    ...questions.map((question): SearchRecord => {
      const texts = [question.why ?? '', question.answers.map(({ label }) => label).join(' / ')].filter(Boolean);
      return { ...record(question.id, question.ask, question.sources), blocks: texts.map((text) => ({ id: '', text })) };
    }),
    ...outcomes.map((outcome): SearchRecord => ({
      ...record(outcome.id, outcome.verdict, outcome.sources),
      blocks: [outcome.text, outcome.next ?? ''].filter(Boolean).map((text) => ({ id: '', text })),
    })),
  ];
  return { path: pathOf('decision', id), lang, shared, title: data.title, kind, records: [opening, ...records] };
}

const FACTS = ['authority', 'number', 'container-title', 'collection-title', 'event-title', 'publisher', 'genre', 'DOI', 'issued'] as const;

/** Returns the record of a source, with everything that its page shows. */
export function sourcePage(locale: Locale, { id, data, foreign }: Source, shared: boolean): SearchPage {
  const authors = [...(data.author ?? []), ...(data.editor ?? [])];
  const people = authors.map((name) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')));
  const quotes = data.quotes.flatMap(({ original, translation }) => [original, ...(translation ? [translation] : [])]);
  const facts = [data.title, data['title-original'], people.join(', '), ...FACTS.map((field) => data[field])];
  const texts = [data.summary, ...quotes, facts.filter(Boolean).join(' · '), data.references ?? '', data.notes ?? ''].filter(Boolean);
  const record: SearchRecord = {
    ...bare,
    id: '',
    kind: 'source',
    title: data.short,
    names: [
      id,
      ...(data.aliases ?? []),
      ...(data.section ? [data.section.replace(/^(?=\d)/, 's. ')] : []),
      ...identifiersOf(data),
      ...titleNames(data.title),
      ...titleNames(data['title-original'] ?? ''),
      // A person is known by the last word of the family name, an organisation only by its whole name.
      ...authors.map((name) => ('literal' in name ? name.literal : name.family.split(' ').at(-1)!)),
    ],
    blocks: texts.map((text) => ({ id: '', text })),
  };
  return {
    path: pathOf('source', id),
    lang: foreign.summary ?? locale.lang,
    shared,
    title: data.short,
    kind: 'source',
    jurisdiction: data.jurisdiction,
    records: [record],
  };
}

/**
 * Returns the identifiers of a work: the number of a case, a directive or a preprint, and the DOI. Each is also returned with the similar letters of
 * the other alphabet, because readers type the letters of A40-1/2020 or C-1/20 in the active keyboard layout.
 */
function identifiersOf({ number, DOI }: Source['data']): string[] {
  const numbers = (number ?? '').split(/[,;]\s+/).map((one) => one.replace(/^(?:No\. |#|\p{L}+:)/u, ''));
  return [...new Set([...numbers, DOI ?? ''].flatMap((one) => [one, inOtherAlphabet(one)]))].filter((one) => /\d.*\d/.test(one));
}

const [LATIN, CYRILLIC] = ['ABCEHKMOPTX', 'АВСЕНКМОРТХ'];

/** Replaces the letters of a number by those of the other alphabet that look the same. If one has no such letter, the number is unchanged. */
function inOtherAlphabet(number: string): string {
  const letters = number.match(/\p{L}/gu) ?? [];
  for (const [from, to] of [
    [LATIN, CYRILLIC],
    [CYRILLIC, LATIN],
  ] as const)
    if (letters.every((letter) => from.includes(letter))) return number.replace(/\p{L}/gu, (letter) => to[from.indexOf(letter)]!);
  return number;
}

/** Returns a title, and its part after the first full stop: “Handbook, part 2. Setup”. */
function titleNames(title: string): string[] {
  const rest = /\.\s+(\p{Lu}.*)$/u.exec(title)?.[1];
  return [title, ...(rest ? [rest] : [])].filter(Boolean);
}

/** Returns a record for each point of the article. */
export function articlePage(locale: Locale, shared: boolean): SearchPage[] {
  const { article, lang } = locale;
  if (!article) return [];
  const points = Object.entries(article.data.points);
  const { title } = article.data;
  const records = points.map(([point, { place, gist }]): SearchRecord => {
    return {
      ...bare,
      id: point,
      kind: 'article',
      title: `${point} · ${locale.pick(place)}`,
      names: [point],
      blocks: [{ id: point, text: locale.pick(gist) }],
    };
  });
  const opening: SearchRecord = {
    ...bare,
    id: '',
    kind: 'article',
    title,
    names: [
      ...Object.values(article.data.name),
      ...(typeof article.data.author === 'string' ? [article.data.author] : Object.values(article.data.author)),
    ],
    blocks: [],
  };
  return [{ path: pathOf('article', ''), lang, shared, title, kind: 'article', records: [opening, ...records] }];
}

/** Returns a record for each term of the vocabulary. The page has no title here; the client adds it in the reader's language. */
export function termsPage({ vocabulary, lang, pick }: Locale, shared: boolean): SearchPage[] {
  const terms = Object.entries(vocabulary?.data.terms ?? {});
  if (terms.length === 0) return [];
  const records = terms.map(([id, { term, definition, synonyms }]): SearchRecord => {
    const names = [...Object.values(term), ...synonyms];
    return { ...bare, id, kind: 'term', title: pick(term), names, blocks: [{ id: '', text: pick(definition) }] };
  });
  return [{ path: 'vocabulary/', lang, shared, title: '', kind: 'term', records }];
}
