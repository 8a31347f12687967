/**
 * Runs the checks of this folder, and contains those that compare entries. They return diagnostics and print nothing. One file, because each of
 * these compares entries of the whole base.
 */
import { isId, isKey } from '../../schema/fields.ts';
import type { Locale } from '../locale.ts';
import { isFailed, isPartial, type Entry } from '../entry.ts';
import { closestNames } from '../did-you-mean.ts';
import { checkCharacters } from './characters.ts';
import { checkLabels } from './locators.ts';
import { checkPage } from './pages.ts';
import { checkPlainTexts } from './plain-texts.ts';
import { insteadOf, isReserved } from './reserved-ids.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import type { Parsed } from '../parsed.ts';
import { checkSharedFacts } from './shared-facts.ts';
import { checkTextsPerLanguage } from './texts-per-language.ts';
import { checkTranslations } from './translations.ts';
import { checkTree } from './trees.ts';

const TOP = { line: 1, column: 1 };

/** Ids that the site uses as route segments. */
const RESERVED = new Set(['article', 'differences', 'index', 'search', 'site', 'vocabulary']);

/** Whether a name can be the id of an entry of a kind. */
export const isEntryId = (kind: string, id: string): boolean => (kind === 'source' ? isKey : isId)(id) && !RESERVED.has(id);

/** Kinds whose ids share one namespace. */
const NAMED = new Set<string>(['concept', 'question', 'decision', 'source']);

/** Runs every check. A check that depends on an invalid field is skipped, because the field is reported already. */
export function checkModel(entries: readonly Entry[], parsed: Parsed, locales: readonly Locale[]): Diagnostic[] {
  const locale = (lang: string): Locale => locales.find((one) => one.lang === lang) ?? locales[0]!;
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  return [
    ...checkIds(entries),
    ...checkLanguages(entries, parsed),
    ...checkTextsPerLanguage(entries, parsed.site.data.languages),
    ...checkNavigation(parsed, locales[0]!),
    ...parsed.pages.flatMap((page) => checkPage(page, locale(page.lang))),
    ...parsed.trees.flatMap((tree) => checkTree(tree, locale(tree.lang))),
    ...checkSharedFacts(entries),
    ...checkTranslations(parsed, locales[0]!),
    ...checkJurisdictions(parsed),
    ...checkTexts(parsed),
    ...checkArticle(parsed),
    ...checkVocabulary(parsed, locales[0]!),
    ...checkReservedIds(parsed),
    ...checkQuotations(parsed),
    ...checkPlainTexts(entries),
    ...checkCharacters(entries, parsed),
  ].filter(({ file, at }) => !('path' in at && isFailed(byFile.get(file) ?? {}, at.path)));
}

function checkIds(entries: readonly Entry[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, Entry>();
  for (const entry of entries) {
    const { kind, id, file } = entry;
    if (!NAMED.has(kind)) continue;
    if (!isEntryId(kind, id)) diagnostics.push(diagnostic('bad-id', file, TOP, { id }));
    else if (kind !== 'source' && isReserved('entry', id)) diagnostics.push(diagnostic('reserved-id', file, TOP, { id, suggestion: insteadOf(id) }));
    const other = taken.get(id);
    if (!other) taken.set(id, entry);
    else if (other.kind !== kind) diagnostics.push(diagnostic('duplicate-id', file, TOP, { id, other: other.file }));
  }
  return diagnostics;
}

function checkLanguages(entries: readonly Entry[], { site, pages }: Parsed): Diagnostic[] {
  const { languages } = site.data;
  const [first = ''] = languages;
  if (isPartial(site, ['languages'])) return [];
  const unknown = entries.flatMap((entry) =>
    'lang' in entry && entry.lang && !languages.includes(entry.lang)
      ? [diagnostic('unknown-language', entry.file, TOP, { lang: entry.lang, known: languages })]
      : [],
  );
  if (pages.some(({ kind, lang }) => kind === 'front' && lang === first)) return unknown;
  const path = `${first}/index.mdx`;
  return [...unknown, diagnostic('missing-file', path, TOP, { path, hint: 'Add it. It is the front page of the first language.' })];
}

function checkNavigation({ site, pages, trees }: Parsed, locale: Locale): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const known = [...locale.pages.keys()];
  const listed = new Set<string>();
  site.data.navigation.forEach(({ entries }, group) =>
    entries.forEach((id, at) => {
      const place = { path: ['navigation', group, 'entries', at] };
      if (!locale.pages.has(id)) diagnostics.push(diagnostic('unknown-entry', site.file, place, { id, near: closestNames(id, known) }));
      else if (listed.has(id)) diagnostics.push(diagnostic('listed-twice', site.file, place, { id }));
      listed.add(id);
    }),
  );
  for (const { kind, id, lang, file } of pages) {
    // A page with an invalid id is renamed first.
    if (kind !== 'front' && lang === locale.lang && !listed.has(id) && isEntryId(kind, id) && !isPartial(site, ['navigation']))
      diagnostics.push(diagnostic('unlisted-page', file, TOP, { id }));
  }
  const { question, tree } = site.data;
  if (question && !locale.pages.has(question))
    diagnostics.push(diagnostic('unknown-entry', site.file, { path: ['question'] }, { id: question, near: closestNames(question, known) }));
  if (tree && !locale.trees.has(tree))
    diagnostics.push(
      diagnostic(
        'unknown-tree',
        site.file,
        { path: ['tree'] },
        {
          id: tree,
          near: closestNames(
            tree,
            trees.map(({ id }) => id),
          ),
        },
      ),
    );
  return diagnostics;
}

function checkArticle({ article, sources }: Parsed): Diagnostic[] {
  const key = article?.data.source;
  if (!article || key === undefined || sources.some(({ id }) => id === key)) return [];
  return [
    diagnostic(
      'unknown-source',
      article.file,
      { path: ['source'] },
      {
        key,
        near: closestNames(
          key,
          sources.map(({ id }) => id),
        ),
      },
    ),
  ];
}

/** Reports ids of nodes, quotations and terms that the templates of their pages use. */
function checkReservedIds({ trees, sources, vocabulary }: Parsed): Diagnostic[] {
  const report = (file: string, path: readonly (string | number)[], id: string): Diagnostic =>
    diagnostic('reserved-id', file, { path }, { id, suggestion: insteadOf(id) });
  return [
    ...trees.flatMap(({ file, questions, outcomes }) =>
      [...questions, ...outcomes].flatMap(({ id }) =>
        isReserved('node', id) ? [report(file, [outcomes.some((one) => one.id === id) ? 'outcomes' : 'questions', id], id)] : [],
      ),
    ),
    ...sources.flatMap(({ file, data }) =>
      data.quotes.flatMap(({ id }, at) => (id && isReserved('quote', id) ? [report(file, ['quotes', at, 'id'], id)] : [])),
    ),
    ...Object.keys(vocabulary?.data.terms ?? {}).flatMap((id) => (isReserved('term', id) ? [report(vocabulary!.file, ['terms', id], id)] : [])),
  ];
}

const checkQuotations = ({ sources }: Parsed): Diagnostic[] =>
  sources.flatMap(({ file, data }) => data.quotes.flatMap(({ locator = '' }, at) => checkLabels(locator, file, { path: ['quotes', at, 'locator'] })));

/** Reports jurisdictions that site.yaml does not list. If it lists any, reports sources without a jurisdiction. */
function checkJurisdictions({ site, pages, sources }: Parsed): Diagnostic[] {
  const known = Object.keys(site.data.jurisdictions);
  // If site.yaml has errors, its jurisdictions may be unknown.
  if (isPartial(site, ['jurisdictions']) || (known.length === 0 && site.failed)) return [];
  const at = { path: ['jurisdiction'] };
  const unknown = [...pages, ...sources].flatMap(({ file, data: { jurisdiction: id } }) =>
    id === undefined || known.includes(id) ? [] : [diagnostic('unknown-jurisdiction', file, at, { id, known })],
  );
  const without = known.length === 0 ? [] : sources.filter(({ data }) => data.jurisdiction === undefined);
  return [...unknown, ...without.map(({ file }) => diagnostic('missing-field', file, at, { field: 'jurisdiction' }))];
}

/** Reports full texts without a source of the same key. */
function checkTexts({ texts, sources }: Parsed): Diagnostic[] {
  const keys = new Set(sources.map(({ id }) => id));
  return texts.flatMap(({ id, file }) => (keys.has(id) ? [] : [diagnostic('unknown-source', file, TOP, { key: id, near: closestNames(id, keys) })]));
}

function checkVocabulary({ vocabulary }: Parsed, { index }: Locale): Diagnostic[] {
  if (!vocabulary) return [];
  return Object.entries(vocabulary.data.terms).flatMap(([id, { see }]) => {
    const found = index.find(see);
    return found && 'error' in found
      ? [diagnostic(found.error.kind, vocabulary.file, { path: ['terms', id, 'see'] }, { ...found.error, href: see } as never)]
      : [];
  });
}
