import { loadContent, type Content } from '../content/load-content.ts';
import type { Site } from '../model/site.ts';
import { checkDrawings } from '../output/render-diagrams.ts';
import { checkPermalinks } from '../permalinks/check.ts';
import { checkSearchQuestions } from './search-questions.ts';
import { sortDiagnostics, type LocatedDiagnostic, type Warning } from './report.ts';
import { warningsOf } from './warnings.ts';
import { checkPublicFiles, publicFiles } from './public-files.ts';

export interface SourceCheck {
  /** The model; undefined if site.yaml cannot be parsed. */
  site: Site | undefined;
  diagnostics: LocatedDiagnostic[];
  /** Warnings do not fail the check. */
  warnings: Warning[];
  /** The number of files. */
  files: number;
}

/** Checks a content folder and reports the errors of all files. Writes nothing and needs no browser. */
export async function checkSource(folder: string, base = '/'): Promise<SourceCheck> {
  return checkContent(await loadContent(folder, base));
}

/** Checks loaded content. Questions for the search and permalinks are checked only if nothing else is wrong, because another error can hide addresses. */
export async function checkContent({ folder, site, entries, isKnown, stored, diagnostics, files, locate }: Content): Promise<SourceCheck> {
  const invalid = new Set(diagnostics.map(({ file }) => file));
  const found = [...diagnostics, ...checkPublicFiles(site, await publicFiles()), ...(await checkDrawings(site, folder, invalid))];
  if (found.length === 0) found.push(...checkSearchQuestions(site));
  const located = found.map(({ at, ...rest }): LocatedDiagnostic => ({ ...rest, ...locate(rest.file, at) }));
  const ofAddresses = stored && isKnown && located.length === 0 ? checkPermalinks(stored, site) : [];
  return {
    site: isKnown ? site : undefined,
    diagnostics: sortDiagnostics([...located, ...ofAddresses]),
    warnings: isKnown ? warningsOf(site, entries, stored, locate, invalid) : [],
    files,
  };
}
