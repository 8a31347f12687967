import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../src/checks/check-source.ts';
import { differencesOf } from '../../src/model/differences.ts';
import { paragraphAt } from '../../src/model/locator.ts';

const { site, diagnostics } = await checkSource('content');
const locale = site!.locales[0]!;
const pages = [...locale.pages.values()];
const nodes = [...locale.trees.values()].flatMap((tree) => tree.nodes.map(({ id, see, sources }) => ({ name: `${tree.id}.${id}`, see, sources })));

test('The content has no diagnostics.', () => assert.deepEqual(diagnostics, []));

/** The points of the article that no section covers. */
function uncovered(coverage: ReadonlyMap<string, readonly unknown[]>): string[] {
  return Object.keys(locale.article!.data.points).filter((point) => !coverage.get(point)?.length);
}

test('Every point of the article is covered by a section.', () => assert.deepEqual(uncovered(locale.coverage), []));

test('A point whose section no longer covers it is reported.', () => {
  for (const point of Object.keys(locale.article!.data.points)) {
    assert.deepEqual(uncovered(new Map([...locale.coverage, [point, []]])), [point]);
  }
});

/** The differences between the article and the sources in the reviews, by page, with their points. */
const reviewed: Record<string, string[]> = {
  'additional-terms': ['R2, N11, N18', 'R2'],
  'agpl-in-court': ['C4, N5, N6', 'C4, N6'],
  'agpl-scope': ['K-g, Q1', 'A2', 'K-e, R4'],
  'ai-model': ['A1, C3, Q2'],
  'asking-the-holder': ['Y1, N19'],
  'audiovisual-displays': ['K-c, A3', 'N10'],
  'comparison-eu': ['C1, N13', 'K-b, K-f, R4'],
  'complex-object': ['N3'],
  database: ['K-b, R4', 'R4, N2'],
  'derivative-work': ['N20', 'R4, R4-1, N20'],
  distillation: ['C2', 'C2, R1'],
  extraction: ['N2, K-d', 'R4, R4-1, R4-2', 'N12', 'K-d, K-e'],
  'lawful-user': ['K-d, N11, R2', 'K-d'],
  'legal-uncertainty': ['C7', 'W1'],
  materiality: ['K-f, N14'],
  memorisation: ['R4-1, R4-2'],
  'model-licences': ['R1, R2'],
  'model-merging': ['O2'],
  'network-use': ['Q1, K-g', 'R1'],
  'open-licence': ['C4, K-g, R1', 'R1, N20'],
  output: ['Q3, R1'],
  'output-rule': ['K-d, R1, N17', 'A4'],
  patents: ['C6'],
  'program-and-database': ['K-a'],
  'proof-of-authorship': ['C5, N7'],
  'proof-of-extraction': ['A5, N16'],
  'repeated-extraction': ['K-e, K-f, R4'],
  'reverse-engineering': ['O5'],
  weights: ['K-b', 'O1'],
};

test('Every difference in the reviews is on its page, with its points.', () => {
  const pairs = pages.flatMap(({ id, components }) =>
    components.filter(({ name }) => name === 'Differs').map(({ attributes }) => `${id}: ${attributes.points}`),
  );
  const owed = Object.entries(reviewed).flatMap(([page, points]) => points.map((one) => `${page}: ${one}`));
  assert.deepEqual(
    owed.filter((one) => !pairs.includes(one)),
    [],
  );
});

test('Every difference is listed, and has points of the article.', () => {
  const listed = differencesOf(locale);
  assert.equal(listed.length, pages.flatMap(({ components }) => components.filter(({ name }) => name === 'Differs')).length);
  assert.deepEqual(
    listed.filter(({ points, paragraphs }) => points.length === 0 || paragraphs.length < 2).map(({ target }) => target.address),
    [],
  );
});

test('Every page but the front page is linked from another.', () => {
  const orphans = pages.filter(({ id }) => id !== 'index' && !locale.backlinks.get(id)?.length);
  assert.deepEqual(
    orphans.map(({ id }) => id),
    [],
  );
});

test('Every concept is referred to by a node of a decision tree, or linked from a question page.', () => {
  const named = new Set(nodes.flatMap(({ see }) => see.map((address) => locale.index.get(address)?.entry)));
  const questions = new Set(pages.filter(({ kind }) => kind === 'question').map(({ id }) => id));
  const asked = (id: string): boolean => !!locale.backlinks.get(id)?.some(({ from }) => questions.has(from.entry));
  assert.deepEqual(
    pages.filter(({ id, kind }) => kind === 'concept' && !named.has(id) && !asked(id)).map(({ id }) => id),
    [],
  );
});

test('Every question and outcome of a tree cites a source and refers to a section.', () => {
  assert.deepEqual(
    nodes.filter(({ see, sources }) => see.length === 0 || sources.length === 0).map(({ name }) => name),
    [],
  );
});

test('Every section of a concept page cites a source, except walks, letters and sections that consist of subsections.', () => {
  const bare = pages
    .filter(({ kind }) => kind === 'concept')
    .flatMap(({ id, sections, citations }) => {
      const citing = new Set(citations.map(({ section }) => section));
      return sections.filter((section) => section.id !== 'tree' && !citing.has(section.id)).map((section) => `${id}.${section.id}`);
    });
  // The letter is a text to copy; the sections around it cite the sources.
  assert.deepEqual(bare, ['asking-the-holder.letter']);
});

test('Every citation of a paragraph whose text is in the content links to that paragraph.', () => {
  const { texts, index } = locale;
  const cited = pages
    .flatMap(({ citations }) => citations)
    .flatMap(({ key, locator }) => {
      const text = texts.get(key)?.data;
      const found = text && locator && /^(?:para|indent|sub-para)/.test(locator) ? paragraphAt(text, locator) : undefined;
      return text && locator && /^(?:para|indent|sub-para)/.test(locator) ? [{ key, locator, found }] : [];
    });
  assert.ok(cited.length > 0);
  for (const { key, locator, found } of cited) {
    assert.ok(found && 'id' in found, `${key}, ${locator}`);
    assert.ok(index.get(`${key}.${found.id}`)?.href.endsWith(`#${found.id}`), `${key}, ${locator}`);
  }
});
