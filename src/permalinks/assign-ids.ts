import { NextNumbers } from '../markdown/block-ids.ts';
import type { BlockIds } from '../markdown/write-block-ids.ts';
import type { Block, Page } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import { pageKey, partOf } from './permalinks.ts';
import { hashOf } from './snapshot.ts';
import type { Stored } from './storage.ts';

/**
 * Returns the ids to write, by the file of the page. A block without an id gets one of these: the published id of a block with the same text that is
 * no longer on the page; in a translation, the id of the parallel block, if the section has the same blocks; otherwise the next number of its section
 * that was never used.
 */
export function assignIds({ locales }: Pick<Site, 'locales'>, stored: Pick<Stored, 'permalinks' | 'redirects'> | undefined): Map<string, BlockIds> {
  const assigned = new Map<string, BlockIds>();
  const [first] = locales;
  for (const id of new Set(locales.flatMap(({ pages }) => [...pages.keys()]))) {
    const pages = locales.flatMap(({ lang, pages: own }) => [...own.values()].filter((page) => page.id === id && page.lang === lang && !page.broken));
    const numbers = new NextNumbers(namesOf(pages, stored));
    const original = pages.find(({ lang }) => lang === first!.lang);
    const lostOf = (page: Page) => lostIds(page, stored);
    const guide = original ? complete(original, numbers, [], lostOf(original)) : [];
    for (const page of pages) {
      const blocks = page === original ? guide : complete(page, numbers, guide, lostOf(page));
      const marks = blocks.flatMap(({ marked, section, id: name }, at) =>
        marked ? [] : [[at, name.startsWith(`${section}.`) ? partOf(name, section) : name] as const],
      );
      if (marks.length) assigned.set(page.file, new Map(marks));
    }
  }
  return assigned;
}

/** Lists every id that a block of the page has or had, in any language. */
function namesOf(pages: readonly Page[], stored: Pick<Stored, 'permalinks' | 'redirects'> | undefined): string[] {
  const [{ id } = { id: '' }] = pages;
  const published = pages.flatMap(({ lang }) => stored?.permalinks.get(pageKey(lang, id))?.rows ?? []).map(({ address }) => address);
  const redirected = [...(stored?.redirects.rules.keys() ?? [])].filter((address) => address.startsWith(`${id}.`));
  const live = pages.flatMap(({ blocks }) => blocks.filter(({ marked }) => marked).map((block) => block.id));
  return [...[...published, ...redirected].map((address) => partOf(address, id)), ...live];
}

/** Returns the published block ids that a page lacks, by the hash of their text. */
function lostIds({ id, lang, blocks }: Page, stored: Pick<Stored, 'permalinks'> | undefined): Map<string, string> {
  const live = new Set(blocks.flatMap(({ marked, id: name }) => (marked ? [name] : [])));
  const rows = stored?.permalinks.get(pageKey(lang, id))?.rows ?? [];
  return new Map(
    rows.flatMap(({ address, kind, hash }) =>
      kind === 'block' && hash && !live.has(partOf(address, id)) ? [[hash, partOf(address, id)] as const] : [],
    ),
  );
}

/** Returns the blocks of a page. Those without an id get their new id. */
function complete({ blocks }: Page, numbers: NextNumbers, guide: readonly Block[], lost: ReadonlyMap<string, string>): Block[] {
  const taken = new Set(blocks.flatMap(({ marked, id }) => (marked ? [id] : [])));
  const ids = new Map<Block, string>();
  for (const [section, own] of Map.groupBy(blocks, (block) => block.section)) {
    const parallel = guide.filter((block) => block.section === section);
    const same = parallel.length === own.length && own.every(({ type }, at) => type === parallel[at]!.type);
    for (const [at, block] of own.entries()) {
      if (block.marked) continue;
      const offered = [lost.get(hashOf(block.text)), same ? parallel[at]!.id : undefined];
      const id = offered.find((one) => one !== undefined && !taken.has(one)) ?? numbers.next(section);
      taken.add(id);
      ids.set(block, id);
    }
  }
  return blocks.map((block) => ({ ...block, id: ids.get(block) ?? block.id }));
}
