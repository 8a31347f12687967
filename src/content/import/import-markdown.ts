/**
 * Turns a folder of foreign Markdown into a base: takes the texts of its files, returns the texts of a content folder and a list of what was
 * lost. Pure.
 */
import { posix } from 'node:path';
import { stringify } from 'yaml';
import { transliterate } from '../../markdown/transliterate.ts';
import { isEntryId } from '../../model/check/index.ts';
import { isReserved } from '../../model/check/reserved-ids.ts';
import { capital } from './adapt-indented.ts';
import { draftOf, type Draft } from './draft.ts';
import { identifyHeadings } from './identify-headings.ts';
import { writeBody } from './write-body.ts';

export interface Imported {
  /** Texts by file of the content folder. */
  files: Map<string, string>;
  /** Descriptions of lost parts, by foreign file. */
  lost: Map<string, string[]>;
}

/** Imports files, by path. `name` is the title of the base, `today` the date of pages without one. */
export function importMarkdown(texts: ReadonlyMap<string, string>, { name, lang, today }: { name: string; lang: string; today: string }): Imported {
  const lost = new Map<string, string[]>();
  const taken = new Set<string>();
  const paths = inOrder([...texts.keys()], texts);
  const home = paths.find((path) => /^(?:index|readme|introduction|intro)\.mdx?$/i.test(path));
  const drafts = paths
    .filter((path) => !/(?:^|\/)summary\.md$/i.test(path))
    .map((path) => draftOf(path, texts.get(path)!, path === home ? 'index' : idOf(path, taken), today));
  for (const draft of drafts) identifyHeadings(draft);
  const byPath = new Map(drafts.map((draft) => [draft.path, draft]));
  const files = new Map<string, string>();
  for (const draft of drafts) {
    const body = writeBody(draft, byPath);
    const front = stringify({ title: draft.title, summary: draft.summary, reviewed: draft.reviewed }, { lineWidth: 0 });
    const file = draft.id === 'index' ? `${lang}/index.mdx` : `${lang}/concepts/${draft.id}.mdx`;
    files.set(file, `---\n${front.replace(/^reviewed: "(.*)"$/m, 'reviewed: $1')}---\n\n${body}`);
    if (draft.lost.length > 0) lost.set(draft.path, [...new Set(draft.lost)]);
  }
  if (!home)
    files.set(
      `${lang}/index.mdx`,
      `---\ntitle: ${stringify(name).trim()}\nsummary: ${stringify(name).trim()}\nreviewed: ${today}\n---\n\n${name}.\n`,
    );
  files.set('site.yaml', siteFile(name, lang, drafts));
  return { files, lost };
}

/** Sorts paths as the SUMMARY.md of mdBook does, if there is one. */
function inOrder(paths: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const sorted = [...paths].sort();
  const summary = sorted.find((path) => /(?:^|\/)summary\.md$/i.test(path));
  const listed = summary
    ? [...texts.get(summary)!.matchAll(/\]\(\.?\/?([^)#\s]+\.mdx?)/g)].map(([, path]) => posix.join(posix.dirname(summary), path!))
    : [];
  const rank = (path: string): number => (listed.includes(path) ? listed.indexOf(path) : listed.length);
  return sorted.sort((a, b) => rank(a) - rank(b));
}

function idOf(path: string, taken: Set<string>): string {
  const parts = path
    .replace(/\.\w+$/, '')
    .split('/')
    .filter((part, at, all) => at === 0 || at < all.length - 1 || !/^(?:index|readme)$/i.test(part))
    .map((part) => (transliterate(part).match(/[a-z0-9]+/g) ?? []).join('-'))
    .filter(Boolean);
  for (let count = 1; ; count += 1) {
    const base = parts.slice(-count).join('-').slice(0, 50) || 'page';
    const id = count > parts.length ? `${base}-${count - parts.length + 1}` : base;
    if (taken.has(id) || !isEntryId('concept', id) || isReserved('entry', id) || id === 'index') continue;
    taken.add(id);
    return id;
  }
}

function siteFile(name: string, lang: string, drafts: readonly Draft[]): string {
  const groups = Map.groupBy(
    drafts.filter(({ id }) => id !== 'index'),
    ({ path }) => posix.dirname(path).split('/')[0]!,
  );
  return stringify(
    {
      address: 'https://base.example',
      languages: [lang],
      title: { [lang]: name },
      summary: { [lang]: name },
      licence: { spdx: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      navigation: [...groups].map(([folder, own]) => ({
        title: { [lang]: folder === '.' ? name : capital(folder.replaceAll(/[-_]+/g, ' ')) },
        entries: own.map(({ id }) => id),
      })),
    },
    { lineWidth: 0 },
  );
}
