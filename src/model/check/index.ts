/** Every fault of the content as a value: nothing is printed and nothing stops here. */
import { isId, isKey } from '../../schema/fields.ts';
import type { Locale } from '../locale.ts';
import { isFailed, isPartial, type Entry } from '../entry.ts';
import { nearest } from '../did-you-mean.ts';
import { pageFaults } from './pages.ts';
import { problem, type Problem } from '../diagnostics.ts';
import type { Parsed } from '../parsed.ts';
import { sharedFactFaults } from './shared-facts.ts';
import { translationFaults } from './translations.ts';
import { treeFaults } from './trees.ts';

const TOP = { line: 1, column: 1 };

/** Ids that the site itself uses as the names of its rooms. */
const RESERVED = new Set(['article', 'differences', 'index', 'search', 'site', 'vocabulary']);

/** Whether a name can be the id of an entry of a kind. */
export const isEntryId = (kind: string, id: string): boolean => (kind === 'source' ? isKey : isId)(id) && !RESERVED.has(id);

/** Kinds whose ids share one space of names. */
const NAMED = new Set<string>(['concept', 'question', 'decision', 'source']);

/** Find every fault of a knowledge base. What hangs on a field that failed its schema is left out: the field itself is told of. */
export function faultsOf(entries: readonly Entry[], parsed: Parsed, locales: readonly Locale[]): Problem[] {
  const locale = (lang: string): Locale => locales.find((one) => one.lang === lang) ?? locales[0]!;
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  return [
    ...idFaults(entries),
    ...languageFaults(entries, parsed),
    ...navigationFaults(parsed, locales[0]!),
    ...parsed.pages.flatMap((page) => pageFaults(page, locale(page.lang))),
    ...parsed.trees.flatMap((tree) => treeFaults(tree, locale(tree.lang))),
    ...sharedFactFaults(entries),
    ...translationFaults(parsed, locales[0]!),
    ...textFaults(parsed),
    ...articleFaults(parsed),
    ...vocabularyFaults(parsed, locales[0]!),
  ].filter(({ file, at }) => !('path' in at && isFailed(byFile.get(file) ?? {}, at.path)));
}

function idFaults(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, Entry>();
  for (const entry of entries) {
    const { kind, id, file } = entry;
    if (!NAMED.has(kind)) continue;
    if (!isEntryId(kind, id)) problems.push(problem('bad-id', file, TOP, { id }));
    const other = taken.get(id);
    if (!other) taken.set(id, entry);
    else if (other.kind !== kind) problems.push(problem('duplicate-id', file, TOP, { id, other: other.file }));
  }
  return problems;
}

function languageFaults(entries: readonly Entry[], { site, pages }: Parsed): Problem[] {
  const { languages } = site.data;
  const [first = ''] = languages;
  if (isPartial(site, ['languages'])) return [];
  const unknown = entries.flatMap((entry) =>
    'lang' in entry && entry.lang && !languages.includes(entry.lang)
      ? [problem('unknown-language', entry.file, TOP, { lang: entry.lang, known: languages })]
      : [],
  );
  if (pages.some(({ kind, lang }) => kind === 'front' && lang === first)) return unknown;
  const path = `${first}/index.mdx`;
  return [...unknown, problem('missing-file', path, TOP, { path, remedy: 'Add it; it is the front page of the first language.' })];
}

function navigationFaults({ site, pages, trees }: Parsed, locale: Locale): Problem[] {
  const problems: Problem[] = [];
  const known = [...locale.pages.keys()];
  const listed = new Set<string>();
  site.data.navigation.forEach(({ entries }, group) =>
    entries.forEach((id, at) => {
      const place = { path: ['navigation', group, 'entries', at] };
      if (!locale.pages.has(id)) problems.push(problem('unknown-entry', site.file, place, { id, near: nearest(id, known) }));
      else if (listed.has(id)) problems.push(problem('listed-twice', site.file, place, { id }));
      listed.add(id);
    }),
  );
  for (const { kind, id, lang, file } of pages) {
    if (kind !== 'front' && lang === locale.lang && !listed.has(id) && !isPartial(site, ['navigation']))
      problems.push(problem('unlisted-page', file, TOP, { id }));
  }
  const { question, tree } = site.data;
  if (question && !locale.pages.has(question))
    problems.push(problem('unknown-entry', site.file, { path: ['question'] }, { id: question, near: nearest(question, known) }));
  if (tree && !locale.trees.has(tree))
    problems.push(
      problem(
        'unknown-tree',
        site.file,
        { path: ['tree'] },
        {
          id: tree,
          near: nearest(
            tree,
            trees.map(({ id }) => id),
          ),
        },
      ),
    );
  return problems;
}

function articleFaults({ article, sources }: Parsed): Problem[] {
  const key = article?.data.source;
  if (!article || key === undefined || sources.some(({ id }) => id === key)) return [];
  return [
    problem(
      'unknown-source',
      article.file,
      { path: ['source'] },
      {
        key,
        near: nearest(
          key,
          sources.map(({ id }) => id),
        ),
      },
    ),
  ];
}

/** A text belongs to the record of the same key. */
function textFaults({ texts, sources }: Parsed): Problem[] {
  const keys = new Set(sources.map(({ id }) => id));
  return texts.flatMap(({ id, file }) => (keys.has(id) ? [] : [problem('unknown-source', file, TOP, { key: id, near: nearest(id, keys) })]));
}

function vocabularyFaults({ vocabulary }: Parsed, { index }: Locale): Problem[] {
  if (!vocabulary) return [];
  return Object.entries(vocabulary.data.terms).flatMap(([id, { see }]) => {
    const found = index.find(see);
    return found && 'fault' in found
      ? [problem(found.fault.kind, vocabulary.file, { path: ['terms', id, 'see'] }, { ...found.fault, href: see } as never)]
      : [];
  });
}
