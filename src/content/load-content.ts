/** Read, validate and parse a content folder: the one way from its files to the model. */
import type { Point } from '../markdown/source-position.ts';
import { isFailed, isPartial, type Entry, type SiteEntry } from '../model/entry.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import { buildSite, type Site } from '../model/site.ts';
import { readPermalinks, type Stored } from '../permalinks/storage.ts';
import { siteSchema } from '../schema/site.ts';
import { readContent } from './read-content.ts';
import type { Location } from '../model/diagnostics.ts';
import { parsePartial } from './parse-partial.ts';

export interface Content {
  folder: string;
  /** The model, as far as it can be made. */
  site: Site;
  /** Whether site.yaml could be read, so that the model is that of a site. */
  isKnown: boolean;
  /** Undefined for a base that nobody has published yet. */
  stored: Stored | undefined;
  diagnostics: Diagnostic[];
  /** How many files were read. */
  files: number;
  /** Finds the point of a place in a file. */
  locate(file: string, place: Location): Point;
}

/** Load a content folder. Writes nothing and never throws for what is wrong in a file. `base` is the path under which the site is served. */
export async function loadContent(folder: string, base: string): Promise<Content> {
  const read = await readContent(folder);
  const { entries, diagnostics } = withSite(read.flatMap(({ entry }) => entry ?? []));
  const site = buildSite(entries, base);
  const located = new Map(read.map(({ file, locate }) => [file, locate]));
  return {
    folder,
    site,
    isKnown: entries.some((entry) => entry.kind === 'site' && !isFailed(entry, [])),
    stored: await readPermalinks(folder),
    diagnostics: [...read.flatMap((one) => one.diagnostics), ...diagnostics, ...site.diagnostics],
    files: read.length,
    locate: (file, place) => located.get(file)?.(place) ?? { line: 1, column: 1 },
  };
}

/** Make sure that there is a site.yaml with languages, so that an error in it does not hide those of the other files. */
function withSite(entries: readonly Entry[]): { entries: Entry[]; diagnostics: Diagnostic[] } {
  const own = entries.find((entry) => entry.kind === 'site');
  if (own && !isPartial(own, ['languages'])) return { entries: [...entries], diagnostics: [] };
  const site: SiteEntry = own ?? {
    kind: 'site',
    id: 'site',
    file: 'site.yaml',
    data: parsePartial(siteSchema, {}) as SiteEntry['data'],
    failed: [[]],
  };
  const named = site.data.languages.filter((lang) => /^[a-z]{2}$/.test(lang));
  const used = entries.flatMap((entry) => ('lang' in entry ? (entry.lang ?? []) : []));
  const languages = [...new Set([...named, ...used, ...(named.length + used.length ? [] : ['en'])])];
  return {
    entries: [...entries.filter((entry) => entry !== own), { ...site, data: { ...site.data, languages } }],
    diagnostics: own
      ? []
      : [
          diagnostic(
            'missing-file',
            'site.yaml',
            { line: 1, column: 1 },
            { path: 'site.yaml', hint: 'Add it; it names the title, the address, the licence and the languages of the base.' },
          ),
        ],
  };
}
