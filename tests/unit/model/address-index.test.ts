import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`);
const [en, ru] = site!.locales.map(({ index }) => index);
const fruit = { id: 'fruit', file: 'en/concepts/fruit.mdx' };

test('Pages, intros, sections, blocks, differences, notes, trees, nodes, sources and points have an address.', () => {
  const kinds = Object.fromEntries(
    [
      'index',
      'fruit',
      'fruit.intro',
      'fruit.definition',
      'fruit.definition.2',
      'vegetable.differs-eaten-raw',
      'fruit.notes',
      'fruit.fn-vine',
      'which-word',
      'which-word.served',
      'eu-2001.113',
      'article',
      'article.P4-a',
    ].map((address) => [address, en!.get(address)?.kind]),
  );
  assert.deepEqual(kinds, {
    index: 'front',
    fruit: 'concept',
    'fruit.intro': 'section',
    'fruit.definition': 'section',
    'fruit.definition.2': 'section',
    'vegetable.differs-eaten-raw': 'section',
    'fruit.notes': 'section',
    'fruit.fn-vine': 'note',
    'which-word': 'decision',
    'which-word.served': 'node',
    'eu-2001.113': 'source',
    article: 'article',
    'article.P4-a': 'point',
  });
});

test('A tree shown on a page adds no address to that page.', () => assert.equal(en!.get('is-a-tomato-a-fruit.which-word'), undefined));

test('A link on a fallback page leads to the translated page if there is one.', () => {
  const found = ru!.resolve('./vegetable.mdx#at-table', fruit);
  assert.ok(found && 'target' in found);
  assert.equal(found.target.href, '/ru/concepts/vegetable/#at-table');
  assert.equal(found.target.title, 'Проверка столом');
});

test('A link to a file of another language leads to the page in the reader’s language.', () => {
  const found = ru!.resolve('../../en/concepts/fruit.mdx#definition', { id: 'vegetable', file: 'ru/concepts/vegetable.mdx' });
  assert.equal(found && 'target' in found && found.target.href, '/ru/concepts/fruit/#definition');
});

test('A dead link suggests similar names, in the form of the link.', () => {
  const near = (href: string) => {
    const found = en!.resolve(href, fruit);
    return found && 'error' in found && 'near' in found.error ? found.error.near : undefined;
  };
  assert.deepEqual(near('kb:vegetabel.at-table'), ['kb:vegetable.at-table']);
  assert.deepEqual(near('kb:eu-2001.114'), ['kb:eu-2001.113']);
  assert.deepEqual(near('../concepts/vegetabel.mdx#at-table'), ['vegetable.mdx#at-table']);
  assert.deepEqual(near('../../sources/nix-v-heden.yaml'), ['../../sources/nix-v-hedden.yaml']);
  assert.deepEqual(near('kb:'), []);
});

test('The hint of a dead fragment lists the sections, without the blocks.', () => {
  const found = en!.find('vegetable.at-tabel');
  assert.deepEqual(found, {
    error: { kind: 'dead-fragment', page: 'vegetable', known: ['intro', 'definition', 'at-table', 'differs-eaten-raw'], near: ['at-table'] },
  });
});
