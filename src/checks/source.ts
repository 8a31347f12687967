import { loadContent, type Content } from '../content/load.ts';
import type { Site } from '../model/site.ts';
import { unreadableDrawings } from '../output/drawing.ts';
import { checkPermalinks, unknownPermalinks } from '../permalinks/check.ts';
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
  return checkContent(await loadContent(folder, base));
}

/** Check content that is loaded. The permalinks are checked once nothing else is wrong, since a fault elsewhere hides addresses. */
export async function checkContent({ folder, site, isKnown, stored, problems, files, locate }: Content): Promise<SourceCheck> {
  const faulty = new Set(problems.map(({ file }) => file));
  const found = [...problems, ...(await unreadableDrawings(site, folder, faulty))];
  const located = found.map(({ at, ...rest }): Located => ({ ...rest, ...locate(rest.file, at) }));
  const ofAddresses = isKnown && located.length === 0 ? (stored ? checkPermalinks(stored, site) : unknownPermalinks(site)) : [];
  return { site: isKnown ? site : undefined, problems: order([...located, ...ofAddresses]), files };
}
