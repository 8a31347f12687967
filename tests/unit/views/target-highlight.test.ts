import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { targetHighlight } from '../../../src/views/target-highlight.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en] = site!.locales;

test('A node of a tree is highlighted when its id is the fragment of the URL.', () => {
  const tree = en!.trees.get('which-word')!;
  for (const { id } of tree.nodes) assert.ok(targetHighlight(tree).includes(`main:has(#${id}:target) [data-node="${id}"] .shape`));
});
