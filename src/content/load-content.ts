/** Reads, validates and parses a content folder. */
import type { Worker } from 'node:worker_threads';
import type { Point } from '../markdown/source-position.ts';
import { isFailed, isPartial, type Entry, type PageEntry, type SiteEntry } from '../model/entry.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import { buildSite, type Site } from '../model/site.ts';
import { readPermalinks, type Stored } from '../permalinks/storage.ts';
import { siteSchema } from '../schema/site.ts';
import { contentFiles } from './content-files.ts';
import { startParsing } from './page-cache.ts';
import { readContent } from './read-content.ts';
import type { Location } from '../model/diagnostics.ts';
import { parsePartial } from './parse-partial.ts';

export interface Content {
  folder: string;
  /** The model. Invalid fields have empty values. */
  site: Site;
  /** The files that the model is built from. */
  entries: Entry[];
  /** Whether site.yaml could be parsed. */
  isKnown: boolean;
  /** Undefined for a site without published addresses. */
  stored: Stored | undefined;
  diagnostics: Diagnostic[];
  /** The number of files. */
  files: number;
  /** Returns the line and column of a location in a file. */
  locate(file: string, place: Location): Point;
}

interface LoadOptions {
  /** A thread for parsing that has been started early. */
  parser?: Worker | undefined;
  /** Is called when all files are read and worker threads parse the pages. */
  meanwhile?: () => Promise<unknown>;
}

/** Loads a content folder. Errors in files become diagnostics. `base` is the path under which the site is served. */
export async function loadContent(folder: string, base: string, options: LoadOptions = {}): Promise<Content> {
  const listed = contentFiles(folder);
  const [own] = readContent(folder, ['site.yaml']);
  const languages = own?.entry?.kind === 'site' ? (own.entry.data.languages ?? []) : [];
  const parser = startParsing(folder, listed.length, { languages, base }, options.parser);
  const read = readContent(folder, listed, ({ entry }) => entry && isPage(entry) && parser.add(entry));
  // Runs git meanwhile.
  const stored = readPermalinks(folder);
  // Prevents an unhandled rejection; the `await` below throws the error.
  stored.catch(() => undefined);
  await options.meanwhile?.();
  await parser.end();
  const { entries, diagnostics } = withSite(read.flatMap(({ entry }) => entry ?? []));
  const site = buildSite(entries, base);
  const located = new Map(read.map(({ file, locate }) => [file, locate]));
  return {
    folder,
    site,
    entries,
    isKnown: entries.some((entry) => entry.kind === 'site' && !isFailed(entry, [])),
    stored: await stored,
    diagnostics: [...read.flatMap((one) => one.diagnostics), ...diagnostics, ...site.diagnostics],
    files: read.length,
    locate: (file, place) => located.get(file)?.(place) ?? { line: 1, column: 1 },
  };
}

const isPage = (entry: Entry): entry is PageEntry => ['front', 'concept', 'question'].includes(entry.kind);

/** Adds a site.yaml with languages if it is missing or invalid, so that the other files can still be checked. */
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
            { path: 'site.yaml', hint: 'Add it. It contains the title, the address, the licence and the languages of the site.' },
          ),
        ],
  };
}
