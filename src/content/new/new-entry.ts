/** The texts that `npm run new` writes. Pure: a site and the texts of its files in, new texts out. */
import { isMap, isSeq, parseDocument, stringify, type Document, type YAMLMap } from 'yaml';
import type { Stored } from '../../permalinks/storage.ts';
import { isEntryId } from '../../model/check/index.ts';
import { closestNames } from '../../model/did-you-mean.ts';
import type { Site } from '../../model/site.ts';
import { isId } from '../../schema/fields.ts';

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

/** What the templates need of a content folder. */
export interface Known {
  site: Site;
  stored: Pick<Stored, 'redirects'> | undefined;
  texts: ReadonlyMap<string, string>;
}

/** Returns the new texts by file, those of changed files included, or a sentence that says why the entry cannot be written. */
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

/** `substantial-part` → `Substantial part`, in quotes where YAML would read something else. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return stringify(words[0]!.toUpperCase() + words.slice(1)).trim();
}

const concept = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
certainty: open # settled, contested or open; give the reason in the text
reviewed: ${today}
---

An opening paragraph: the answer in plain words. [#1]

## What it means [#definition]

A short explanation. Cite a source for each statement that needs one. [#1]
`;

const question = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
certainty: open # settled, contested or open; give the reason in the text
reviewed: ${today}
---

The answer in one paragraph. [#1]

## Why [#reasons]

The reasons, each with its source. [#1]

## What is not certain [#doubts]

What speaks against the answer, and what nobody has decided. [#1]
`;

const decision = (title: string): string => `title: ${title}
summary: One or two sentences on what this tree decides.
start: first-question
questions:
  first-question:
    ask: Is the first condition met?
    why: One or two sentences, why the answer matters.
    answers:
      "yes": { label: "Yes", to: it-applies }
      "no": { label: "No", to: it-does-not-apply }
outcomes:
  it-applies:
    verdict: It applies.
    level: duty # duty, terms, risk or clear
    text: Two to four sentences with the reason and its limit.
    next: One to three sentences, what to do now.
  it-does-not-apply:
    verdict: It does not apply.
    level: clear
    text: Two to four sentences with the reason and its limit.
`;

/** A base that lists jurisdictions wants one of them in each source. */
const source = (
  title: string,
  today: string,
  jurisdictions: readonly string[] = [],
): string => `kind: literature # statute, guidance, case, licence, literature or practice
type: webpage # the CSL type: legislation, legal_case, book, article-journal, webpage, …
title: ${title}
short: ${title} # the label in running text
${jurisdictions.length ? `jurisdiction: ${jurisdictions[0]} # ${jurisdictions.join(', ')}\n` : ''}status: unverified # verified, secondary or unverified
checked: ${today}
summary: One to three sentences in our own words, on what it says that matters here.
`;

/** Returns the files of a new base: a front page, a question, a concept, a source and a term, to be renamed and written over. No drawing. */
export function newBase(name: string, today: string): Map<string, string> {
  const title = titleOf(name);
  return new Map([
    ['site.yaml', siteFile(title)],
    ['en/index.mdx', frontPage(title, today)],
    ['en/questions/main-question.mdx', question(titleOf('main-question?'), today)],
    ['en/concepts/first-concept.mdx', concept(titleOf('first-concept'), today)],
    ['sources/first-source.yaml', source(titleOf('first-source'), today)],
    ['vocabulary.yaml', stringify({ terms: { 'first-term': termData('first-term', 'en', 'first-concept.definition') } })],
  ]);
}

const siteFile = (title: string): string => `# The site as a whole. Texts are given per language.
address: https://example.org # where the site is published, without a path
languages: [en] # the first one is at the root of the site; add others, as [en, ru]
title:
  en: ${title}
summary: { en: One sentence that says what this base answers. }
licence: { spdx: CC-BY-4.0, name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
question: main-question # the page that answers the main question
navigation: # the reading order; every page is in it once
  - title: { en: The answer }
    entries:
      - main-question
  - title: { en: Concepts }
    entries:
      - first-concept
`;

const frontPage = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
reviewed: ${today}
---

What this base answers, in a paragraph. [The short answer](kb:main-question) is one page long. [#1]

## Where to begin [#begin]

1. Read [the answer](kb:main-question). [#1]
2. Then read what a [first concept](kb:first-concept.definition) is. [#2]
`;

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

/** Writes an item at the end of a list in YAML and changes nothing else. */
function appendToList(text: string, document: Document, path: (string | number)[], item: string): string {
  const list = document.getIn(path, true);
  if (!isSeq(list) || !list.range) throw new Error(`${path.join('.')} is not a list.`);
  const last = (list.items.at(-1) as { range?: [number, number, number] } | undefined)?.range;
  if (!last) return insert(text, list.range[0] + 1, item);
  if (list.flow) return insert(text, last[1], `, ${item}`);
  const indent = /[^\n]*$/.exec(text.slice(0, last[0]))![0];
  return insert(text, endOfLine(text, last[1]), `\n${indent}${item}`);
}

/** Adds a term at the end of the vocabulary. It refers to the page of the same id, else to the first page. */
function term({ site, texts }: Known, id: string): Map<string, string> | string {
  const lang = site.data.languages[0]!;
  const { index, pages } = site.locales[0]!;
  const see = [id, ...pages.keys()].find((address) => index.get(address) && pages.get(address)?.kind !== 'front');
  if (!see) return 'A term names the section that explains it. Write a page first: npm run new -- concept <id>';
  const data = termData(id, lang, see);
  const text = texts.get('vocabulary.yaml') ?? '';
  const document = parseDocument(text);
  const terms = document.get('terms', true);
  const last = isMap(terms) && !terms.flow ? (terms.items.at(-1)?.value as { range?: [number, number, number] } | undefined)?.range : undefined;
  if (!last) {
    document.setIn(['terms', id], document.createNode(data));
    return new Map([['vocabulary.yaml', document.toString({ lineWidth: 0 })]]);
  }
  const lines = stringify({ [id]: data }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
  const indent = /[^\n]*$/.exec(text.slice(0, (terms as YAMLMap).range![0]))![0];
  const end = endOfLine(text, text.slice(0, last[1]).trimEnd().length);
  return new Map([['vocabulary.yaml', insert(text, end, lines.map((line) => `\n${indent}${line}`).join(''))]]);
}

const termData = (id: string, lang: string, see: string) => ({
  term: { [lang]: id.replaceAll('-', ' ') },
  definition: { [lang]: 'One plain sentence.' },
  see,
  synonyms: [],
});

/** The original in another language's folder, to be translated in place: its ids have to stay as they are. */
function translation({ site, texts }: Known, { id, lang }: NewEntry): Map<string, string> | string {
  const [first = ''] = site.data.languages;
  if (!lang) return 'Name the language: npm run new -- translation <id> <language>';
  if (!site.data.languages.includes(lang))
    return `The language “${lang}” is not in site.yaml. Add it there first: languages: [${[...site.data.languages, lang].join(', ')}]`;
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

const insert = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at);

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
