import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentTypeOf } from '../../../src/output/content-type.ts';

const TYPES = {
  'concepts/tide/index.html': 'text/html; charset=utf-8',
  'diagrams/tide.svg': 'image/svg+xml; charset=utf-8',
  'golos.woff2': 'font/woff2',
  'index.json': 'application/json',
  'pagefind/index/zz_1.pf_index': 'application/octet-stream',
};

for (const [file, type] of Object.entries(TYPES))
  test(`${file} has the content type ${type}.`, () => {
    assert.equal(contentTypeOf(file), type);
  });
