import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { treeText } from '../../src/commands/print-trees.ts';
import type { Drawing } from '../../src/diagrams/cache.ts';
import { fixtures, treeOf as builtTree, type TreeFixture } from '../unit/diagrams/trees.ts';
import { filesOf, run, small, temporaryFolder } from './base-copies.ts';
import { find, readPages, spoken, type Page } from './pages.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const out = join(folder, 'out');
const NAMES = ['chain', 'hostile-labels', 'long-labels'] as const;
const treeOf = (name: string) => (name === 'chain' ? chain() : accepted(fixtures.get(name)!));
const inTree = (name: string) => pages.filter(({ file }) => file.startsWith(`decide/${name}/`));
let pages: Page[] = [];

/** A tree whose labels the source check accepts: it refuses elements and Markdown in plain texts. */
const accepted = (tree: TreeFixture): TreeFixture =>
  JSON.parse(
    JSON.stringify(tree)
      .replace(/<(?=[a-z/])/gi, '< ')
      .replace(/&(?=#?\w+;)/g, '& ')
      .replaceAll('](', '] (')
      .replace(/`|\*\*|_|~~|\$\$|%%|\u202e/g, ''),
  ) as TreeFixture;

/** Words without typographic quotation marks and line breaks. */
const plain = (text: string) => text.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();

/** A chain of sixty questions, each with an answer that ends the walk: 60 questions and 61 paths, 121 states. */
function chain(): TreeFixture {
  const asked = Array.from({ length: 60 }, (_, at) => `question-${at + 1}`);
  const answers = (at: number) => ({ yes: { label: 'Yes', to: asked[at + 1] ?? 'all' }, no: { label: 'No', to: `end-${at % 4}` } });
  const ends = [...Array.from({ length: 4 }, (_, at) => `end-${at}`), 'all'];
  return {
    id: 'chain',
    lang: 'en',
    title: 'Sixty questions',
    summary: 'Each can end the walk.',
    start: 'question-1',
    questions: Object.fromEntries(asked.map((id, at) => [id, { ask: `Is this true of point ${at + 1}?`, answers: answers(at) }])),
    outcomes: Object.fromEntries(ends.map((id) => [id, { verdict: `It ends at ${id}.`, level: 'terms' as const }])),
  };
}

async function write(base: string, name: string): Promise<void> {
  const { title, summary, start, questions, outcomes } = treeOf(name);
  const written = Object.fromEntries(Object.entries(outcomes).map(([id, outcome]) => [id, { ...outcome, text: `${outcome.verdict} Its text.` }]));
  await writeFile(join(base, `en/decisions/${name}.yaml`), JSON.stringify({ title, summary, start, questions, outcomes: written }));
}

before(async () => {
  await small(content);
  for (const name of NAMES) await write(content, name);
  const built = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(built.code, 0, built.output);
  pages = await readPages(out);
});

test('A tree of 60 questions and 121 states has one page per state', () => {
  assert.match(treeText(builtTree(chain())), /^chain \(en\): Sixty questions\n60 questions, 5 outcomes, 121 states, 61 paths/);
  // The first question is on the page of the tree.
  assert.equal(inTree('chain').length, 121);
  const [last] = inTree('chain').filter(({ file }) => file.split('/yes').length === 61);
  const [title] = find(last!.tree, ({ tagName }) => tagName === 'h1');
  assert.deepEqual(
    spoken(title!).map(({ text }) => text),
    ['It ends at all.'],
  );
});

test('Every word of a hostile or a long label is text on the page of its node', () => {
  for (const name of NAMES) {
    const { questions, outcomes } = treeOf(name);
    const [whole] = inTree(name).filter(({ file }) => file === `decide/${name}/index.html`);
    const shown = plain(
      spoken(whole!.tree)
        .map(({ text }) => text)
        .join(''),
    );
    const words = [
      ...Object.values(questions).flatMap(({ ask, answers }) => [ask, ...Object.values(answers).map(({ label }) => label)]),
      ...Object.values(outcomes).map(({ verdict }) => verdict),
    ];
    for (const word of words) assert.ok(shown.includes(plain(word)), `${name}: ${word}`);
  }
});

test('No part of a label becomes an element, a link or an attribute', () => {
  for (const { file, tree } of NAMES.flatMap(inTree)) {
    const scripts = find(
      tree,
      ({ tagName, properties }) =>
        tagName === 'script' && !String(properties.src ?? '').startsWith('/_astro/') && properties.type !== 'application/ld+json',
    );
    assert.deepEqual(scripts, [], file);
    assert.deepEqual(
      find(tree, ({ tagName }) => tagName === 'b' || tagName === 'iframe'),
      [],
      file,
    );
    assert.deepEqual(
      find(tree, ({ properties }) => Object.keys(properties).some((key) => /^on[A-Z]/.test(key))),
      [],
      file,
    );
    const led = find(tree, ({ tagName }) => tagName === 'a').map(({ properties }) => String(properties.href ?? ''));
    assert.deepEqual(
      led.filter((href) => /^javascript:/i.test(href)),
      [],
      file,
    );
  }
});

test('The drawings of such trees are stored in the content folder, each node once', async () => {
  const kept = await filesOf(join(content, 'diagrams'));
  for (const name of NAMES) {
    const file = kept.find((one) => one.startsWith(`${name}-en.`) && one.endsWith('.json'))!;
    const { nodes } = JSON.parse(await readFile(join(content, 'diagrams', file), 'utf8')) as Drawing;
    const { questions, outcomes } = treeOf(name);
    assert.deepEqual(nodes.map(({ id }) => id).sort(), [...Object.keys(questions), ...Object.keys(outcomes)].sort());
  }
});
