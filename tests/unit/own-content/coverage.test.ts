import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/source.ts';
import { differencesOf } from '../../../src/model/differences.ts';

const { site, problems } = await checkSource('content');
const edition = site!.editions[0]!;
const pages = [...edition.pages.values()];
const nodes = [...edition.trees.values()].flatMap((tree) => tree.nodes.map(({ id, see, sources }) => ({ name: `${tree.id}.${id}`, see, sources })));

test('The content has no problems.', () => assert.deepEqual(problems, []));

test('Every point of the article is treated by a section.', () => {
  assert.equal(edition.coverage.size, 61);
  assert.deepEqual(
    [...edition.coverage].filter(([, targets]) => targets.length === 0),
    [],
  );
});

test('Every difference between the article and the sources stands in a page.', () => assert.equal(differencesOf(edition).length, 45));

test('Every page but the front page is linked from another.', () => {
  const orphans = pages.filter(({ id }) => id !== 'index' && !edition.backlinks.get(id)?.length);
  assert.deepEqual(
    orphans.map(({ id }) => id),
    [],
  );
});

test('Every concept is named by a node of a decision tree.', () => {
  const named = new Set(nodes.flatMap(({ see }) => see.map((address) => edition.index.get(address)?.entry)));
  assert.deepEqual(
    pages.filter(({ id, kind }) => kind === 'concept' && !named.has(id)).map(({ id }) => id),
    [],
  );
});

test('Every question and outcome of a tree cites a source and names a section.', () => {
  assert.deepEqual(
    nodes.filter(({ see, sources }) => see.length === 0 || sources.length === 0).map(({ name }) => name),
    [],
  );
});

test('Every section of a concept page cites a source, but for walks, letters and sections made of parts.', () => {
  const bare = pages
    .filter(({ kind }) => kind === 'concept')
    .flatMap(({ id, sections, citations }) => {
      const citing = new Set(citations.map(({ section }) => section));
      return sections.filter((section) => section.id !== 'tree' && !citing.has(section.id)).map((section) => `${id}.${section.id}`);
    });
  // The letter is for copying; what it asks for is sourced in the sections around it.
  assert.deepEqual(bare, ['asking-the-holder.letter']);
});
