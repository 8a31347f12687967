import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadContent } from '../../../src/content/load-content.ts';
import { historyOf } from '../../../src/permalinks/history.ts';
import { movedPages, removedAnchors, removedShares, removedPaths } from '../../../src/permalinks/removed.ts';
import { resolverOf } from '../../../src/permalinks/resolver.ts';
import { publishedBase, type PublishedBase } from './published.ts';

const VEGETABLE = 'en/concepts/vegetable.mdx';
const load = async ({ folder }: PublishedBase) => {
  const { site, stored } = await loadContent(folder, '/');
  return { site, removed: resolverOf(site, stored) };
};
const redirects = (base: PublishedBase, text: string) => writeFile(join(base.folder, 'redirects.yaml'), text);
const published = async (base: PublishedBase, today = '2026-02-02'): Promise<void> => {
  const { good, output } = await base.publish(today);
  assert.ok(good, output);
};

test('A removed block has an anchor on its page: at its new place, or at its section with a link to its new page, or with the reason.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) => text.replace(/^The Tariff Act.*\n\n/m, ''));
  for (const [line, answer] of [
    ['vegetable.definition.1: vegetable.definition.2', { on: 'definition.2', elsewhere: undefined, reason: undefined }],
    ['vegetable.definition.1: fruit.definition', { on: 'definition', elsewhere: 'fruit.definition', reason: undefined }],
    ['vegetable.definition.1: { withdrawn: 2026-02-02, reason: Wrong. }', { on: 'definition', elsewhere: undefined, reason: 'Wrong.' }],
  ] as const) {
    await redirects(base, line);
    await published(base);
    const { removed } = await load(base);
    assert.deepEqual(removedAnchors(removed, 'vegetable', ['en'], 'en'), [
      { name: 'definition.1', since: '2026-02-02', isUntranslated: false, ...answer },
    ]);
  }
});

test('An address that only the other language has is an anchor at its section, without a notice.', async () => {
  await using base = await publishedBase();
  const { removed } = await load(base);
  const names = removedAnchors(removed, 'vegetable', ['en', 'ru'], 'en');
  assert.deepEqual(
    names.map(({ name, on, since }) => [name, on, since]),
    [
      ['definition.3', 'definition', undefined],
      ['fn-peas', '', undefined],
      ['notes', '', undefined],
    ],
  );
});

test('The article and the sources, published only in the first language, have their addresses in every language.', async () => {
  await using base = await publishedBase();
  const { removed } = await load(base);
  for (const page of ['article', 'nix-v-hedden']) assert.deepEqual(removedAnchors(removed, page, ['ru', 'en'], 'ru'), [], page);
});

test('The old URL of a renamed page redirects with each of its fragments, in every language that showed it.', async () => {
  await using base = await publishedBase();
  await rename(join(base.folder, 'en/concepts/ordinary-meaning.mdx'), join(base.folder, 'en/concepts/plain-meaning.mdx'));
  for (const file of [
    'site.yaml',
    VEGETABLE,
    'ru/concepts/vegetable.mdx',
    'en/concepts/fruit.mdx',
    'en/questions/is-a-tomato-a-fruit.mdx',
    'en/decisions/which-word.yaml',
    'ru/decisions/which-word.yaml',
    'en/index.mdx',
    'ru/index.mdx',
  ])
    await base.edit(file, (text) => text.replaceAll('ordinary-meaning', 'plain-meaning'));
  await published(base);
  assert.match(await base.read('redirects.yaml'), /^ordinary-meaning: plain-meaning$/m);
  const { site, removed } = await load(base);
  const moved = movedPages(removed, site);
  assert.deepEqual(
    moved.map(({ lang, path, to }) => [lang, path, to]),
    [
      ['en', 'concepts/ordinary-meaning/', 'plain-meaning'],
      ['ru', 'concepts/ordinary-meaning/', 'plain-meaning'],
    ],
  );
  assert.equal(moved[0]!.fragments.get('rule'), 'plain-meaning.rule');
  assert.ok(removedShares(removed).some(({ address, to }) => address === 'ordinary-meaning.rule' && to === 'plain-meaning.rule'));
  assert.deepEqual(
    historyOf(removed.permalinks, site, removed.resolver, 'en').filter(({ what }) => what === 'moved'),
    [{ day: '2026-02-02', page: 'ordinary-meaning', kind: 'concept', what: 'moved', sections: [], to: 'plain-meaning', wordings: [] }],
  );
});

test('A withdrawn page shows the reason at its old URL.', async () => {
  await using base = await publishedBase();
  await base.edit('sources/robertson-v-salomon.yaml', (text) => text);
  await base.edit(VEGETABLE, (text) => text);
  const page = `---\ntitle: Ketchup\nsummary: What became of it.\nreviewed: 2026-01-01\n---\n\nBoiled with sugar. [#1]\n`;
  await writeFile(join(base.folder, 'en/concepts/ketchup.mdx'), page);
  await base.edit('site.yaml', (text) => text.replace('[fruit, ', '[fruit, ketchup, '));
  await published(base, '2026-01-02');
  await rename(join(base.folder, 'en/concepts/ketchup.mdx'), join(base.folder, '.ketchup'));
  await base.edit('site.yaml', (text) => text.replace('ketchup, ', ''));
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(!good);
  assert.match(output, /lost-address {2}“ketchup” was published and is gone, and so are 2 addresses below it\./);
  await redirects(base, 'ketchup:\n  withdrawn: 2026-02-02\n  reason: No court has said a word about it.\n');
  await published(base);
  const { site, removed } = await load(base);
  assert.deepEqual(
    movedPages(removed, site).map(({ lang, to, withdrawal }) => [lang, to, withdrawal?.reason]),
    [
      ['en', undefined, 'No court has said a word about it.'],
      ['ru', undefined, 'No court has said a word about it.'],
    ],
  );
});

const rewriteTrees = async (base: PublishedBase, change: (text: string) => string): Promise<void> => {
  for (const lang of ['en', 'ru']) await base.edit(`${lang}/decisions/which-word.yaml`, change);
};

test('Paths with a renamed answer lead to the same state after the answer is redirected; until then the shortest path is reported.', async () => {
  await using base = await publishedBase();
  await rewriteTrees(base, (text) => text.replaceAll('customs', 'duty'));
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(!good);
  assert.match(
    output,
    /lost-address {2}“which-word\/customs” was published and is gone, and so are \d+ addresses below it\. {2}Add its new address to redirects\.yaml, as “which-word\/customs: which-word” or/,
  );
  assert.equal(output.split('\n').length, 2, 'the walks below it are not listed');
  await redirects(base, 'which-word.purpose.customs: which-word.purpose.duty\n');
  await published(base);
  const { site, removed } = await load(base);
  const walks = removedPaths(removed, site);
  const walk = walks.find(({ path, lang }) => path === 'which-word/customs/no/yes' && lang === 'en')!;
  assert.ok('tree' in walk.now);
  assert.deepEqual([walk.now.state.node.id, walk.now.state.steps.length], ['vegetable-it-is', 3]);
});

test('A redirect of the beginning of a path applies to all paths that begin with it, as far as their answers exist.', async () => {
  await using base = await publishedBase();
  await rewriteTrees(base, (text) => text.replaceAll('customs', 'duty'));
  await redirects(base, 'which-word/customs: which-word/duty\n');
  await published(base);
  const { site, removed } = await load(base);
  const states = removedPaths(removed, site).flatMap(({ path, lang, now }) => (lang === 'en' && 'tree' in now ? [[path, now.state.node.id]] : []));
  assert.deepEqual(Object.fromEntries(states)['which-word/customs/no/no'], 'fruit-it-is');
});
