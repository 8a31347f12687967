import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkSource } from '../../src/checks/check-source.ts';
import { shingles } from './shingles.ts';

/** Hashes of all sequences of eight words of the article: enough to recognise its sentences, but not to read them. */
const article = new Set(readFileSync(new URL('../fixtures/article-shingles.txt', import.meta.url), 'utf8').split('\n'));

const { site } = await checkSource('content');
const { pages, trees, sources, article: points, vocabulary } = site!.locales[0]!;
const texts = [
  ...[...pages.values()].map(({ file, data, blocks, notes, components }) => ({
    file,
    text: [
      data.summary,
      ...blocks.map(({ text }) => text),
      ...notes.map(({ text }) => text),
      ...components.flatMap(({ paragraphs }) => paragraphs),
    ].join(' \uE000 '),
  })),
  ...[...trees.values()].map(({ file, questions, outcomes }) => ({
    file,
    text: [...questions.flatMap(({ ask, why }) => [ask, why ?? '']), ...outcomes.flatMap(({ verdict, text }) => [verdict, text])].join(' \uE000 '),
  })),
  ...[...sources.values()].map(({ file, data }) => ({ file, text: [data.summary, data.notes ?? ''].join(' \uE000 ') })),
  {
    file: points!.file,
    text: Object.values(points!.data.points)
      .map(({ gist }) => gist.en)
      .join(' \uE000 '),
  },
  {
    file: vocabulary!.file,
    text: Object.values(vocabulary!.data.terms)
      .map(({ definition }) => definition.en)
      .join(' \uE000 '),
  },
];

test('No sequence of eight words of the article occurs in our text outside quotations.', () => {
  const shared = texts.flatMap(({ file, text }) =>
    shingles(text)
      .filter(({ hash }) => article.has(hash))
      .map(({ words }) => `${file}: ${words}`),
  );
  assert.deepEqual(shared, []);
});

test('A copied sentence of the article would be recognised.', () => {
  const [first] = shingles('It is difficult for me to learn the technical details of the above');
  assert.ok(article.has(first!.hash));
});
