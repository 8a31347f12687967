import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { conceptDependencies } from '../../../src/model/concept-dependencies.ts';
import { conceptMap } from '../../../src/views/concept-map.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en, ru] = site!.locales;

test('On the concept map an arrow leads forward in the reading order, to a concept that depends on the other.', () => {
  const text = conceptMap(en!, 'T', 'W')!;
  const arrows = [...text.matchAll(/^ {2}(\S+) --> (\S+)$/gm)].map(([, from, to]) => `${to} on ${from}`);
  const leant = conceptDependencies(en!).flatMap(({ concept, on }) => on.map(({ entry }) => `${concept.entry} on ${entry}`));
  assert.ok(arrows.length > 0);
  assert.deepEqual(arrows, leant);
});

test('No title can inject syntax into the Mermaid text of the concept map.', () => {
  const text = conceptMap(en!, 'A "title"; with `characters`', 'Words.')!;
  assert.match(text, /^flowchart LR\n {2}accTitle: A title with characters\n/);
  assert.equal(conceptMap({ ...ru!, reading: [] }, 'T', 'W'), undefined);
});
