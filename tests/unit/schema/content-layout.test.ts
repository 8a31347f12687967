import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentLayout, identifyFile } from '../../../src/schema/content-layout.ts';
import { schemas } from '../../../src/schema/schemas.ts';

test('The kind, the language and the id of a file come from its path.', () => {
  assert.deepEqual(identifyFile('en/index.mdx'), { kind: 'front', lang: 'en', id: 'index' });
  assert.deepEqual(identifyFile('ru/concepts/fruit.mdx'), { kind: 'concept', lang: 'ru', id: 'fruit' });
  assert.deepEqual(identifyFile('en/questions/why.mdx'), { kind: 'question', lang: 'en', id: 'why' });
  assert.deepEqual(identifyFile('en/decisions/which.yaml'), { kind: 'decision', lang: 'en', id: 'which' });
  assert.deepEqual(identifyFile('ru/search-questions.yaml'), { kind: 'search-questions', lang: 'ru', id: 'search-questions' });
  assert.deepEqual(identifyFile('sources/agpl-3.0-s2.yaml'), { kind: 'source', lang: undefined, id: 'agpl-3.0-s2' });
  assert.deepEqual(identifyFile('article.yaml'), { kind: 'article', lang: undefined, id: 'article' });
  assert.deepEqual(identifyFile('site.yaml'), { kind: 'site', lang: undefined, id: 'site' });
});

test('A file at an unknown path has no kind.', () => {
  for (const path of [
    '',
    'index.mdx',
    'en/fruit.mdx',
    'en/concepts/fruit.md',
    'en/concepts/a/b.mdx',
    'eng/concepts/a.mdx',
    'EN/index.mdx',
    'concepts/a.mdx',
    'en/decisions/a.yml',
    'sources/a/b.yaml',
    'en/site.yaml',
    'search-questions.yaml',
    'x/en/index.mdx',
  ]) {
    assert.equal(identifyFile(path), undefined, path);
  }
});

test('Every kind of file has a schema.', () =>
  assert.deepEqual([...new Set(contentLayout.map(({ kind }) => kind))].sort(), Object.keys(schemas).sort()));
