import { checkLedger } from '../ledger/check.ts';
import { readLedger } from '../ledger/file.ts';
import { numberingOf } from '../ledger/numbering.ts';
import { isFailed, isPartial, type Entry, type SiteEntry } from '../model/entry.ts';
import { problem, type Problem } from '../model/problem.ts';
import { buildSite, type Site } from '../model/site.ts';
import { unreadableDrawings } from '../output/drawing.ts';
import { siteSchema } from '../schema/site.ts';
import { readContent } from './reading.ts';
import { order, type Located } from './report.ts';
import { salvage } from './salvage.ts';

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
  const { entries, problems } = withSite(read.flatMap(({ entry }) => entry ?? []));
  const kept = await readLedger(folder);
  const site = buildSite(entries, base, kept && numberingOf(kept.ledger));
  const sound = [...read.flatMap((one) => one.problems), ...problems, ...site.problems];
  const faulty = new Set(sound.map(({ file }) => file));
  const found = [...sound, ...(await unreadableDrawings(site, folder, faulty))];
  const locate = new Map(read.map(({ file, locate: own }) => [file, own]));
  const located = found.map(({ at, ...rest }): Located => ({ ...rest, ...(locate.get(rest.file)?.(at) ?? { line: 1, column: 1 }) }));
  const isKnown = entries.some((entry) => entry.kind === 'site' && !isFailed(entry, []));
  const behind = kept && isKnown && located.length === 0 ? await checkLedger(folder, kept, site) : [];
  return { site: isKnown ? site : undefined, problems: order([...located, ...behind]), files: read.length };
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
