import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { linesOf, readLines } from '../../../src/ledger/lines.ts';
import type { Publication } from '../../../src/ledger/publication.ts';
import { A, B, C, D, E, base, ledgerOf, namesOn, page, next } from './pages.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Merge two branches that each bring the ledger of `start` up to a state of their own; tell whether git did it alone, and give the file. */
function merged(
  start: Publication,
  ours: Publication,
  theirs: Publication,
  attributes = 'permalinks.json merge=union\n',
): { clean: boolean; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-merge-'));
  folders.push(folder);
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', '-c', 'init.defaultBranch=main', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const file = join(folder, 'permalinks.json');
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git('add', '.');
    git('commit', '-qm', 'x');
  };
  const { ledger } = ledgerOf(start);
  git('init', '-q');
  writeFileSync(join(folder, '.gitattributes'), attributes);
  commit(linesOf(ledger));
  git('checkout', '-qb', 'theirs');
  commit(linesOf(next(ledger, theirs).ledger));
  git('checkout', '-q', 'main');
  commit(linesOf(next(ledger, ours).ledger));
  let clean = true;
  try {
    git('merge', '-q', '--no-edit', 'theirs');
  } catch {
    clean = false;
  }
  return { clean, text: readFileSync(file, 'utf8') };
}

const [apple, melon, pear, zebra] = [page('apple', { d: [A] }), page('melon', { d: [B] }), page('pear', { d: [C] }), page('zebra', { d: [D] })];

test('Two branches that add pages at different places of the alphabet merge without any help.', () => {
  const { clean, text } = merged(base(apple, zebra), base(page('aaa', { d: [B] }), apple, zebra), base(apple, pear, zebra), '');
  assert.ok(clean);
  assert.doesNotThrow(() => JSON.parse(text) as unknown);
});

test('Two branches that add pages at one and the same place merge without a conflict, and the ledger is not behind.', () => {
  for (const neighbours of [[apple, zebra], [apple], []]) {
    const all = [...neighbours, melon, pear];
    const { clean, text } = merged(
      base(page('front', { d: [E] }), ...neighbours),
      base(page('front', { d: [E] }), ...neighbours, melon),
      base(page('front', { d: [E] }), ...neighbours, pear),
    );
    assert.ok(clean);
    assert.doesNotThrow(() => JSON.parse(text) as unknown);
    const { ledger, faults } = readLines(text);
    assert.deepEqual(faults, []);
    const state = base(page('front', { d: [E] }), ...all);
    const done = next(ledger, state);
    assert.deepEqual([done.added, done.changed, done.retired, done.faults], [[], [], [], []]);
  }
});

test('Two branches that change one page merge, and the next update sets the numbers right without losing one.', () => {
  const { clean, text } = merged(base(page('p', { d: [A, B] })), base(page('p', { d: [A, C, B] })), base(page('p', { d: [A, B, D] })));
  assert.ok(clean);
  const { ledger, faults } = readLines(text);
  assert.deepEqual(faults, []);
  const done = next(ledger, base(page('p', { d: [A, C, B, D] })));
  assert.deepEqual(done.faults, []);
  assert.deepEqual(namesOn(done.ledger, 'en/p').toSorted(), ['d', 'd.1', 'd.2', 'd.3', 'd.4']);
  assert.equal(done.retired.length, 0);
});

test('Two branches of which each retires what the other makes the heir leave no circle.', () => {
  const { text } = merged(base(page('p', { d: [A, B], e: [C] })), base(page('p', { d: [A], e: [C] })), base(page('p', { d: [B], e: [C] })));
  const done = next(readLines(text).ledger, base(page('p', { d: [], e: [C] })));
  assert.deepEqual(done.faults, []);
  assert.deepEqual([done.ledger.get('en/p.d.1')!.retired, done.ledger.get('en/p.d.2')!.retired].every(Boolean), true);
});

test('Where union is not to be had, a conflict is mended by reading past its marks.', () => {
  const { clean, text } = merged(base(apple, zebra), base(apple, melon, zebra), base(apple, pear, zebra), '');
  assert.ok(!clean);
  const { ledger, faults } = readLines(text);
  assert.deepEqual(
    faults.map(({ kind }) => kind),
    ['broken-ledger', 'broken-ledger', 'broken-ledger'],
  );
  assert.deepEqual(next(ledger, base(apple, melon, pear, zebra)).added, []);
});
