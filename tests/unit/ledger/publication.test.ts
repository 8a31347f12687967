import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../../src/checks/reading.ts';
import { addressOf } from '../../../src/ledger/ledger.ts';
import { lossesIn } from '../../../src/ledger/losses.ts';
import { numbersOf } from '../../../src/ledger/numbering.ts';
import { printOf } from '../../../src/ledger/print.ts';
import { publicationOf } from '../../../src/ledger/publication.ts';
import { update } from '../../../src/ledger/update.ts';
import { blockText, blocksOf } from '../../../src/markdown/block-ids.ts';
import { buildSite, type Site } from '../../../src/model/site.ts';

const siteOf = async (folder: string): Promise<Site> =>
  buildSite(
    (await readContent(folder)).flatMap(({ entry }) => entry ?? []),
    '/',
  );
const real = await siteOf('content');
const sites = [real, await siteOf('tests/fixtures/bases/tomato')];

test('The ledger holds every address that the site has, and no other.', () => {
  for (const site of sites) {
    const { ledger } = update(new Map(), publicationOf(site), '2026-01-01');
    for (const { lang, index, pages, trees } of site.editions) {
      const own = [...index.targets.values()]
        .filter(({ entry }) => ((pages.get(entry) ?? trees.get(entry))?.lang ?? site.data.languages[0]) === lang)
        .map(({ address }) => address);
      assert.deepEqual(
        [...ledger.keys()]
          .filter((key) => key.startsWith(`${lang}/`))
          .map(addressOf)
          .toSorted(),
        own.toSorted(),
      );
    }
  }
});

test('The plugin is given the names that the ledger has, in both languages.', () => {
  for (const site of sites) {
    const { ledger } = update(new Map(), publicationOf(site), '2026-01-01');
    for (const { lang, pages } of site.editions) {
      for (const page of pages.values()) {
        const blocks = blocksOf(page.tree!).map(({ section, node }) => ({ section, print: printOf(blockText(node)) }));
        assert.deepEqual(
          numbersOf(ledger, page.id, page.lang, site.data.languages[0])(blocks),
          page.blocks.map(({ id }) => id),
          `${lang}/${page.id}`,
        );
      }
    }
  }
});

test('A page that the ledger does not know is counted from one.', () => {
  assert.deepEqual(
    numbersOf(
      new Map(),
      'p',
      'en',
    )([
      { section: 'intro', print: printOf('a') },
      { section: 'd', print: printOf('b') },
      { section: 'd', print: printOf('c') },
    ]),
    ['intro.1', 'd.1', 'd.2'],
  );
});

test('What was just written has lost nothing, and is still when it is written again.', () => {
  const publication = publicationOf(real);
  const { ledger } = update(new Map(), publication, '2026-01-01');
  assert.deepEqual(lossesIn(ledger), []);
  assert.equal(update(ledger, publication, '2026-01-02').ledger, ledger);
});
