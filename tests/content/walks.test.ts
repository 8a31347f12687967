/**
 * A reader of the real content reaches the outcome that the dossiers support: under the article's assumptions, and with each of them changed
 * (A1–A5).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../src/checks/check-source.ts';

const { site } = await checkSource('content');
const tree = site!.locales[0]!.trees.get('reach')!;

const OUTPUT = ['Yes, AGPL-3.0 only', 'Only its answers, as training data'];
const NO_MATERIAL = [...OUTPUT, 'No, none under the AGPL', 'No: text, labels, numbers'];
const ASSUMED = [...NO_MATERIAL, 'Yes, or I cannot exclude it', 'Yes, or I cannot exclude it', 'No, or I cannot tell'];
const NO_TERMS = 'No, I looked and found none';
const WALKS: [name: string, answers: string[], verdict: RegExp, level: string][] = [
  [
    'the article’s conclusion',
    [...ASSUMED, 'It cannot be told, or answers were computed'],
    /^No AGPL duty on the better view, but a claim of forbidden extraction stays open/,
    'risk',
  ],
  ['without A1, no database', [...NO_MATERIAL, 'No', NO_TERMS], /^No AGPL duty on the student: BSD or another licence is open/, 'clear'],
  [
    'without A2, weights under other terms',
    ['Yes, AGPL-3.0 only', 'Its weights: reused, tuned or merged', 'No, they have other terms'],
    /^Another licence decides/,
    'terms',
  ],
  [
    'without A3, perhaps a display',
    [...OUTPUT, 'No, none under the AGPL', 'Perhaps: generated images, video or sound'],
    /^Open: if generated images, video or sound are displays/,
    'risk',
  ],
  [
    'without A4, text of the program itself, in the student',
    [...OUTPUT, 'Yes, or I cannot exclude what I found', 'Yes, it is built in', 'Copies are given to others'],
    /must be under the AGPL/,
    'duty',
  ],
  [
    'without A4, text of the program itself, not in the student',
    [...OUTPUT, 'Yes, or I cannot exclude what I found', 'No, I tested and nothing came back'],
    /^The output may be under the AGPL/,
    'risk',
  ],
  ['without A5, a substantial part', [...ASSUMED, 'A large part, in my estimate'], /maker/, 'risk'],
  [
    'without A5, a small part',
    [...ASSUMED, 'Nothing, or a small part that is not forbidden', NO_TERMS],
    /^No AGPL duty on the student: BSD or another licence is open/,
    'clear',
  ],
];

for (const [name, labels, verdict, level] of WALKS)
  test(`A reader reaches the outcome: ${name}.`, () => {
    let node = tree.nodes[0]!;
    for (const label of labels) {
      assert.ok(node.kind === 'question', `“${label}” comes after the end of the walk`);
      const answer = node.answers.find((one) => one.label === label);
      assert.ok(answer, `“${node.ask}” has the answer “${label}”, not only “${node.answers.map((one) => one.label).join('”, “')}”`);
      node = answer.target;
    }
    assert.ok(node.kind === 'outcome', `the walk goes on after “${labels.at(-1)}”`);
    assert.match(node.verdict, verdict);
    assert.equal(node.level, level);
  });
