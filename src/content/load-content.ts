/** Read, validate and parse a content folder: the one way from its files to the model. */
import { isFailed, isPartial, type Entry, type SiteEntry } from '../model/entry.ts';
import { problem, type Problem } from '../model/diagnostics.ts';
import { buildSite, type Site } from '../model/site.ts';
import { readPermalinks, type Stored } from '../permalinks/storage.ts';
import { siteSchema } from '../schema/site.ts';
import { readContent, type Point } from './read-content.ts';
import type { Place } from '../model/diagnostics.ts';
import { salvage } from './parse-partial.ts';

export interface Content {
  folder: string;
  /** The model, as far as it can be made. */
  site: Site;
  /** Whether site.yaml could be read, so that the model is that of a site. */
  isKnown: boolean;
  /** Undefined for a base that nobody has published yet. */
  stored: Stored | undefined;
  problems: Problem[];
  /** How many files were read. */
  files: number;
  /** Finds the point of a place in a file. */
  locate(file: string, place: Place): Point;
}

/** Load a content folder. Writes nothing and never throws for what is wrong in a file. `base` is the path under which the site is served. */
export async function loadContent(folder: string, base: string): Promise<Content> {
  const read = await readContent(folder);
  const { entries, problems } = withSite(read.flatMap(({ entry }) => entry ?? []));
  const site = buildSite(entries, base);
  const located = new Map(read.map(({ file, locate }) => [file, locate]));
  return {
    folder,
    site,
    isKnown: entries.some((entry) => entry.kind === 'site' && !isFailed(entry, [])),
    stored: await readPermalinks(folder),
    problems: [...read.flatMap((one) => one.problems), ...problems, ...site.problems],
    files: read.length,
    locate: (file, place) => located.get(file)?.(place) ?? { line: 1, column: 1 },
  };
}

/** Make sure that there is a site.yaml with languages, so that a fault in it does not hide those of the other files. */
function withSite(entries: readonly Entry[]): { entries: Entry[]; problems: Problem[] } {
  const own = entries.find((entry) => entry.kind === 'site');
  if (own && !isPartial(own, ['languages'])) return { entries: [...entries], problems: [] };
  const site: SiteEntry = own ?? { kind: 'site', id: 'site', file: 'site.yaml', data: salvage(siteSchema, {}) as SiteEntry['data'], failed: [[]] };
  const named = site.data.languages.filter((lang) => /^[a-z]{2}$/.test(lang));
  const used = entries.flatMap((entry) => ('lang' in entry ? (entry.lang ?? []) : []));
  const languages = [...new Set([...named, ...used, ...(named.length + used.length ? [] : ['en'])])];
  return {
    entries: [...entries.filter((entry) => entry !== own), { ...site, data: { ...site.data, languages } }],
    problems: own
      ? []
      : [
          problem(
            'missing-file',
            'site.yaml',
            { line: 1, column: 1 },
            { path: 'site.yaml', remedy: 'Add it; it names the title, the address, the licence and the languages of the base.' },
          ),
        ],
  };
}
