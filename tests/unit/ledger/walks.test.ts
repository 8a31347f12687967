import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/source.ts';
import { formerWalks } from '../../../src/ledger/former-walks.ts';
import type { Entry, Ledger } from '../../../src/ledger/ledger.ts';
import { linesOfWalks, readWalks, walksBehind, walksOf } from '../../../src/ledger/walks.ts';
import { wordsOfFault } from '../../../src/ledger/words.ts';

const { site } = await checkSource('tests/fixtures/bases/tomato');
const living = walksOf(site!);
const former = (...walks: string[]) => formerWalks(new Set([...living, ...walks]), site!, new Map());

test('Every state of every tree is listed in every language, but for the first, which is the page of the tree.', () => {
  assert.ok(living.includes('en/which-word/customs/no/yes'));
  assert.ok(living.includes('ru/which-word/science'));
  assert.ok(!living.includes('en/which-word'));
});

test('A list comes back as it was written, each walk once and in order, whatever a merge did to it.', () => {
  const text = linesOfWalks(living.toReversed());
  assert.deepEqual([...readWalks(`${text}${text}\n`).walks], [...new Set(living)].sort());
  assert.deepEqual(readWalks(text).faults, []);
});

test('A line that is no walk is told of with its number, and the others are read.', () => {
  const { walks, faults } = readWalks('# head\n<<<<<<< ours\nen/which-word/science\n');
  assert.deepEqual(faults, [{ kind: 'broken-walks', facts: { text: '<<<<<<< ours' }, line: 2 }]);
  assert.deepEqual([...walks], ['en/which-word/science']);
});

test('A list that lacks a state names it, counts the others, and gives the command.', () => {
  const [fault, ...others] = walksBehind(new Set(living.slice(2)), site!);
  assert.deepEqual(fault, { kind: 'walks-behind', facts: { walk: living[0], more: 1 } });
  assert.deepEqual(others, []);
  const { what, remedy } = wordsOfFault(fault!);
  assert.match(what, /lacks “en\/which-word\/\S+” and 1 more\./);
  assert.match(remedy, /npm run permalinks/);
  assert.deepEqual(walksBehind(new Set(living), site!), []);
});

test('A state that is still there is not among the former ones.', () => {
  assert.deepEqual(former(), []);
});

test('A walk that was leads to the last question that its answers still reach.', () => {
  const [walk] = former('en/which-word/customs/perhaps/yes');
  assert.equal(walk!.path, 'which-word/customs/perhaps/yes');
  assert.ok('tree' in walk!.now && walk!.now.state.node.id === 'trade-sense');
  assert.deepEqual(
    walk!.now.state.steps.map(({ question, answer }) => [question.id, answer.id]),
    [['purpose', 'customs']],
  );
});

test('A walk that went on where there is an outcome now leads to that outcome.', () => {
  const [walk] = former('ru/which-word/science/yes');
  assert.ok('tree' in walk!.now && walk!.now.state.node.id === 'fruit-it-is');
  assert.equal(walk!.edition.lang, 'ru');
});

test('A walk of a tree that is gone leads to the front page, and with a ledger to what took the place of the tree.', () => {
  const [walk] = former('en/old-tree/yes');
  assert.ok('target' in walk!.now && walk!.now.target.address === 'index');
  const day = '2026-01-01';
  const entry = { kind: 'decision' as const, first: day, print: '' };
  const ledger: Ledger = new Map<string, Entry>([
    ['en/old-tree', { ...entry, to: 'en/which-word', retired: day }],
    ['en/which-word', entry],
  ]);
  const [led] = formerWalks(new Set([...living, 'en/old-tree/science']), site!, ledger);
  assert.ok('tree' in led!.now && led!.now.tree.id === 'which-word' && led!.now.state.node.id === 'fruit-it-is');
});
