import { buildSite, type Site } from '../model/site.ts';
import { problem } from '../model/problem.ts';
import { readContent } from './reading.ts';
import { order, type Located } from './report.ts';

export interface SourceCheck {
  /** The model, unless site.yaml itself could not be read. */
  site: Site | undefined;
  problems: Located[];
  /** How many files were read. */
  files: number;
}

/** Check a content folder before anything is built: every fault of every file at once. Reads files, writes nothing, needs no browser. */
export async function checkSource(folder: string, base = '/'): Promise<SourceCheck> {
  const read = await readContent(folder);
  const entries = read.flatMap(({ entry }) => entry ?? []);
  const hasSite = entries.some(({ kind }) => kind === 'site');
  const siteIsBroken = read.some(({ file }) => file === 'site.yaml');
  const site = hasSite ? buildSite(entries, base) : undefined;
  const found = [
    ...read.flatMap(({ problems }) => problems),
    ...(site?.problems ?? []),
    ...(hasSite || siteIsBroken ? [] : [problem('missing-field', 'site.yaml', { line: 1, column: 1 }, { field: 'title' })]),
  ];
  const locate = new Map(read.map(({ file, locate: own }) => [file, own]));
  const located = found.map(({ at, ...rest }): Located => ({ ...rest, ...(locate.get(rest.file)?.(at) ?? { line: 1, column: 1 }) }));
  return { site, problems: order(located), files: read.length };
}
