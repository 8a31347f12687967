/** Every fault of the content as a value: nothing is printed and nothing stops here. */
import type { Edition } from './edition.ts';
import type { Entry } from './entry.ts';
import { ID, KEY } from '../schema/shapes.ts';
import { nearest } from './likeness.ts';
import { pageFaults } from './page-faults.ts';
import { problem, type Problem } from './problem.ts';
import type { Parsed } from './site.ts';
import { treeFaults } from './tree-faults.ts';

const TOP = { line: 1, column: 1 };

/** Ids that the site itself uses as the names of its rooms. */
const RESERVED = new Set(['article', 'index', 'search', 'site']);

/** Find every fault of a knowledge base. */
export function faultsOf(entries: readonly Entry[], parsed: Parsed, editions: readonly Edition[]): Problem[] {
  const edition = (lang: string): Edition => editions.find((one) => one.lang === lang) ?? editions[0]!;
  return [
    ...idFaults(entries),
    ...navigationFaults(parsed, editions[0]!),
    ...parsed.pages.flatMap((page) => pageFaults(page, edition(page.lang))),
    ...parsed.trees.flatMap((tree) => treeFaults(tree, edition(tree.lang))),
    ...translationFaults(parsed, editions),
    ...articleFaults(parsed),
  ];
}

function idFaults(entries: readonly Entry[]): Problem[] {
  const problems: Problem[] = [];
  const taken = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.kind === 'site' || entry.kind === 'article' || entry.kind === 'front') continue;
    if (!(entry.kind === 'source' ? KEY : ID).test(entry.id) || RESERVED.has(entry.id)) problems.push(problem('bad-id', entry.file, TOP, { id: entry.id }));
    const names = 'lang' in entry ? [`${entry.lang} ${entry.id}`] : [...new Set(entries.flatMap((one) => ('lang' in one ? one.lang : [])))].map((lang) => `${lang} ${entry.id}`);
    const other = names.map((name) => taken.get(name)).find((one) => one !== undefined && one !== entry);
    if (other) problems.push(problem('duplicate-id', entry.file, TOP, { id: entry.id, other: other.file }));
    for (const name of names) if (!taken.has(name)) taken.set(name, entry);
  }
  return problems;
}

function navigationFaults({ site, pages, trees }: Parsed, edition: Edition): Problem[] {
  const problems: Problem[] = [];
  const known = pages.map(({ id }) => id);
  const listed = new Set<string>();
  site.data.navigation.forEach(({ entries }, group) =>
    entries.forEach((id, at) => {
      if (listed.has(id)) problems.push(problem('duplicate-id', site.file, { path: ['navigation', group, 'entries', at] }, { id, other: 'an earlier line of the reading order' }));
      listed.add(id);
      if (!edition.pages.has(id)) problems.push(problem('unknown-entry', site.file, { path: ['navigation', group, 'entries', at] }, { id, near: nearest(id, known) }));
    }),
  );
  for (const { kind, id, lang, file } of pages) {
    if (kind !== 'front' && lang === edition.lang && !listed.has(id)) problems.push(problem('unlisted-page', file, TOP, { id }));
  }
  const { question, tree } = site.data;
  if (question && !edition.pages.has(question)) problems.push(problem('unknown-entry', site.file, { path: ['question'] }, { id: question, near: nearest(question, known) }));
  if (tree && !edition.trees.has(tree)) problems.push(problem('unknown-tree', site.file, { path: ['tree'] }, { id: tree, near: nearest(tree, trees.map(({ id }) => id)) }));
  return problems;
}

/** Hold every language to the sections of the first. */
function translationFaults({ pages, site }: Parsed, editions: readonly Edition[]): Problem[] {
  const [first] = editions;
  return pages.flatMap((page) => {
    const original = first!.pages.get(page.id);
    if (page.lang === first!.lang || !original || page.fault || original.fault) return [];
    const own = page.sections.map(({ id }) => id);
    const theirs = original.sections.map(({ id }) => id);
    const missing = theirs.filter((id) => !own.includes(id));
    const extra = own.filter((id) => !theirs.includes(id));
    if (missing.length + extra.length === 0 || !site.data.languages.includes(page.lang)) return [];
    return [problem('different-sections', page.file, TOP, { lang: first!.lang, missing, extra })];
  });
}

function articleFaults({ article, sources }: Parsed): Problem[] {
  const key = article?.data.source;
  if (!article || !key || sources.some(({ id }) => id === key)) return [];
  return [problem('unknown-source', article.file, { path: ['source'] }, { key, near: nearest(key, sources.map(({ id }) => id)) })];
}
