/** Renames a page, a section, a difference, a node or an answer, with all references to it. Pure: takes texts, returns texts. */
import type { Address } from '../../model/address.ts';
import type { Site } from '../../model/site.ts';
import { identifyFile } from '../../schema/content-layout.ts';
import { applyEdits } from './edit.ts';
import { pageEdits } from './page-edits.ts';
import { planOf } from './rename-plan.ts';
import { yamlEdits } from './yaml-edits.ts';

/** The changes of a rename to the files of a content folder. */
export interface Renaming {
  /** New texts, by file. */
  texts: Map<string, string>;
  /** Files that get another name. */
  files: Map<string, string>;
}

/**
 * Returns the edits that rename `from` to `to` in every language, or a message if the rename is not possible. The blocks of a renamed section keep
 * their addresses: their ids then contain the old name of the section.
 */
export function renameAddress(site: Site, texts: ReadonlyMap<string, string>, from: Address, to: Address): Renaming | string {
  const plan = planOf(site, from, to);
  if (typeof plan === 'string') return plan;
  const pages = new Map(site.locales.flatMap(({ pages: own }) => [...own.values()].map((page) => [page.file, page] as const)));
  const renaming: Renaming = { texts: new Map(), files: new Map() };
  for (const [file, text] of texts) {
    const page = pages.get(file);
    const edits = page ? pageEdits(plan, page, text) : yamlEdits(plan, file, text, 0);
    if (edits.length) renaming.texts.set(file, applyEdits(text, edits));
    const place = identifyFile(file);
    if (plan.kind === 'page' && place?.id === plan.entry) renaming.files.set(file, file.replace(`${plan.entry}.`, `${plan.to}.`));
  }
  return renaming;
}
