import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { pagePaths } from '../../../src/model/routes.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en] = site!.locales;

test('Every state of a tree is a page.', () => {
  const tree = en!.trees.get('which-word')!;
  const walks = pagePaths(en!).filter(({ path }) => path.startsWith('decide/which-word/'));
  assert.equal(walks.length, tree.states.length);
});
