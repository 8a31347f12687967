import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { shortestPath } from '../../../src/model/tree-path.ts';
import { mailtoOf, pathSummary, pathText } from '../../../src/views/path-summary.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const { site } = await checkSource(`${fixtures}bases/tomato`, '/kb/');
const [en] = site!.locales;
const origin = 'https://tomato.example';

test('The summary of a path has the verdict, what to do now, every answer, the URL and the date.', () => {
  const tree = en!.trees.get('which-word')!;
  const outcome = tree.outcomes.find(({ id }) => id === 'vegetable-it-is');
  const { steps } = shortestPath(tree, outcome!)!;
  const record = pathSummary(outcome!, steps, `${origin}/x/`, '2026-11-23', {
    outcome: 'Result',
    toDo: 'What to do now',
    answersGiven: 'Answers given',
    contentOf: 'content of',
  });
  assert.match(record, /^What to do now: Pay the collector, and protest if you want to sue\.$/m);
  assert.ok(record.startsWith(`**Result: ${outcome!.verdict}**`));
  assert.equal(record.match(/^- /gm)!.length, steps.length);
  assert.ok(record.endsWith(`<${origin}/x/> (content of 2026-11-23)`));
});

test('The summary as plain text numbers the answers, and the e-mail link contains all of it.', () => {
  const tree = en!.trees.get('which-word')!;
  const outcome = tree.outcomes.find(({ id }) => id === 'vegetable-it-is')!;
  const { steps } = shortestPath(tree, outcome)!;
  const words = { outcome: 'Result', toDo: 'What to do now', answersGiven: 'Answers given', contentOf: 'content of' };
  const text = pathText(outcome, steps, `${origin}/x/`, '2026-11-23', words);
  assert.ok(text.startsWith(`Result: ${outcome.verdict}\n\n`));
  assert.match(text, /^Answers given:\n1\. .+ — .+$/m);
  assert.doesNotMatch(text, /\*\*/);
  const url = new URL(mailtoOf('A & B', text));
  assert.equal(url.searchParams.get('subject'), 'A & B');
  assert.equal(url.searchParams.get('body'), text.replaceAll('\n', '\r\n'));
});
