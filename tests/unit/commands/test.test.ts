import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PARTS, runParts, summarise, type Part } from '../../../src/commands/test.ts';

/** Runs test parts. Returns their results, and the parts that were running when each started. */
async function tried(parts: Part[], cores: number, failing: string[] = []) {
  const running = new Set<string>();
  const beside: Record<string, string[]> = {};
  const outcomes = await runParts(parts, cores, async ({ script }) => {
    beside[script] = [...running];
    running.add(script);
    await new Promise((done) => setTimeout(done, 5));
    running.delete(script);
    return !failing.includes(script);
  });
  return { results: outcomes.map(({ script, result }) => `${script} ${result}`), beside };
}

test('Each part is a script of package.json.', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const { script } of PARTS) assert.ok(scripts[script], script);
});

test('Parts run in parallel if there are processors, and every part also runs on one processor.', async () => {
  const parts = [
    { script: 'a', cores: 1 },
    { script: 'b', cores: 1 },
    { script: 'c', cores: 2 },
  ];
  assert.deepEqual((await tried(parts, 2)).beside, { a: [], b: ['a'], c: [] });
  assert.deepEqual((await tried(parts, 1)).beside, { a: [], b: [], c: [] });
});

test('A part that has to wait lets later ones pass, and two parts never write to the folder of Astro at once.', async () => {
  const parts = [
    { script: 'a', cores: 1, astro: true },
    { script: 'b', cores: 1, astro: true },
    { script: 'c', cores: 2 },
    { script: 'd', cores: 1 },
  ];
  assert.deepEqual((await tried(parts, 2)).beside, { a: [], d: ['a'], b: ['d'], c: [] });
});

test('If a part fails, all others still run, except those that need it.', async () => {
  const parts = [
    { script: 'a', cores: 1 },
    { script: 'b', cores: 1 },
    { script: 'c', cores: 1, after: ['a'] },
    { script: 'd', cores: 1, after: ['c'] },
  ];
  assert.deepEqual((await tried(parts, 2, ['a'])).results, ['a failed', 'b passed', 'c not run', 'd not run']);
  assert.deepEqual((await tried(parts, 2)).results, ['a passed', 'b passed', 'c passed', 'd passed']);
});

test('The summary is a table of all parts with their times, and a line with the total.', () => {
  const text = summarise(
    [
      { script: 'lint', result: 'failed', seconds: 1.234 },
      { script: 'test:unit', result: 'passed', seconds: 41 },
    ],
    42.5,
  );
  assert.deepEqual(text.split('\n'), [
    '',
    'part          result   seconds',
    'lint          failed       1.2',
    'test:unit     passed      41.0',
    '',
    '1 of 2 parts did not pass in 42.5 s.',
  ]);
  assert.match(summarise([{ script: 'lint', result: 'passed', seconds: 1 }], 1), /All 1 parts passed in 1\.0 s\.$/);
});
