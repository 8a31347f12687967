/** Many random edits of a published base: if the ids stay, every address is on its block; if one is lost, it is reported. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadContent } from '../../../src/content/load-content.ts';
import { compare } from '../../../src/permalinks/compare.ts';
import { hashOf, snapshotOf, type PageSnapshot } from '../../../src/permalinks/snapshot.ts';
import { random } from '../../random.ts';

const { site, stored } = await loadContent('tests/fixtures/bases/ferry', '/');
/** `SEEDS=1000` tries more. */
const SEEDS = Number(process.env.SEEDS ?? 200);
const published = snapshotOf(site);
/** An address that is lost in only one language leads to the other language. */
const translated = new Set(published.filter(({ lang }) => lang !== 'en').map(({ page }) => page));
const trees = site.locales[0]!.trees;
const blocksIn = ({ addresses }: PageSnapshot) => addresses.filter(({ kind }) => kind === 'block');

test('Blocks that keep their ids keep their addresses, whatever edits are made around them.', () => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const dice = random(seed);
    const now = published.map((page) => {
      const addresses = [...page.addresses];
      for (let edits = dice(6); edits > 0 && blocksIn(page).length > 1; edits -= 1) {
        const at = 1 + dice(addresses.length - 1);
        const one = addresses[at]!;
        if (one.kind !== 'block') continue;
        if (dice(2)) addresses[at] = { ...one, hash: hashOf(`reworded ${seed} ${edits}`) };
        else addresses.splice(1 + dice(addresses.length - 1), 0, ...addresses.splice(at, 1));
        if (dice(3) === 0)
          addresses.push({
            address: `${page.page}.new-${seed}.${edits}`,
            kind: 'block',
            hash: hashOf(`new ${seed} ${edits}`),
            text: '',
            section: 'new',
          });
      }
      return { ...page, addresses };
    });
    const { removed, diagnostics, proposed } = compare(stored!.permalinks, { snapshot: now, trees }, stored!.redirects, '2027-01-01');
    assert.deepEqual([removed, diagnostics, proposed], [[], [], []], `seed ${seed}`);
  }
});

test('Each lost block is reported with the line to write, unless exactly one other address has its text.', () => {
  // A block that only a translation lost keeps its address, so only the first language is cut.
  const originals = published.filter(({ lang }) => lang === site.routes.languages[0]);
  const former = new Map([...stored!.permalinks].filter(([, { lang }]) => lang === site.routes.languages[0]));
  let named = 0;
  let redirected = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const dice = random(seed);
    const lost = new Set<string>();
    const moved = new Map<string, string>();
    const now = originals.map((page) => {
      const blocks = blocksIn(page);
      if (translated.has(page.page) || blocks.length < 2 || dice(10)) return page;
      const { address } = blocks[dice(blocks.length)]!;
      const addresses = page.addresses.flatMap((one) => {
        if (one.address !== address) return [one];
        const kept = dice(2) ? [{ ...one, address: `${page.page}.elsewhere.1`, section: 'elsewhere' }] : [];
        if (kept.length) moved.set(address, kept[0]!.address);
        else lost.add(address);
        return kept;
      });
      return { ...page, addresses };
    });
    const texts = new Map<string, number>();
    for (const { hash } of now.flatMap(blocksIn)) texts.set(hash, (texts.get(hash) ?? 0) + 1);
    const { diagnostics, proposed } = compare(former, { snapshot: now, trees }, stored!.redirects, '2027-01-01');
    assert.deepEqual(new Map(proposed.map(({ from, to }) => [from, to])), moved, `seed ${seed}`);
    const found = diagnostics.map(({ message }) => /“(.+?)”/.exec(message)![1]!);
    assert.deepEqual(new Set(found), lost, `seed ${seed}`);
    for (const { kind, hint, message } of diagnostics) assert.ok(kind === 'lost-address' && hint.includes(`“${/“(.+?)”/.exec(message)![1]}: `));
    named += lost.size;
    redirected += moved.size;
  }
  assert.ok(named > SEEDS / 4 && redirected > SEEDS / 4);
});

test('Every published block is on its page under its own id, with the text of its hash.', () => {
  for (const locale of site.locales)
    for (const page of locale.pages.values()) {
      if (page.lang !== locale.lang) continue;
      const rows = new Map((stored!.permalinks.get(`${page.lang}/${page.id}`)?.rows ?? []).map((row) => [row.address, row]));
      for (const { id, text } of page.blocks) assert.equal(rows.get(`${page.id}.${id}`)?.hash, hashOf(text), `${page.id}.${id}`);
    }
});
