/** `npm test`: every check and test, one step after the other. `npm test -- --only=unit,build` runs some of them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ensureBrowser } from './lib/find-chromium.ts';

/** Count the tests that the closing lines of node's reporters (spec, TAP) or of Playwright's (line, list) tell of. */
export function countTests(output: string): Counts {
  const told = new Map<string, number>();
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const node = /^(?:ℹ|#) (pass|fail|cancelled|skipped|todo) (\d+)$/u.exec(line);
    const playwright = /^ {2}(\d+) (passed|failed|flaky|skipped|interrupted|did not run)\b/.exec(line);
    if (node) told.set(node[1]!, Number(node[2]));
    if (playwright) told.set(playwright[2]!, Number(playwright[1]));
  }
  const sum = (...words: string[]) => words.reduce((total, word) => total + (told.get(word) ?? 0), 0);
  return {
    passed: sum('pass', 'passed', 'flaky'),
    failed: sum('fail', 'cancelled', 'failed', 'interrupted', 'did not run'),
    skipped: sum('skipped', 'todo'),
    retried: sum('flaky'),
  };
}

/** Judge a step by its exit code and its tests; a bad end without a failed test, or no test where there should be some, is one failure. */
export function judge(exit: number | null, output: string, tests: boolean): Counts {
  const counts = tests ? countTests(output) : NONE;
  const bad = exit !== 0 || (tests && counts.passed + counts.failed === 0);
  return { ...counts, failed: counts.failed || Number(bad) };
}

/** Lay the outcomes out as a table; the last line sums up the tests. */
export function summarise(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((one) => row(one.step, one.failed ? 'FAILED' : 'passed', one.seconds.toFixed(1), one.tests ? tally(one) : ''));
  const sum = (key: keyof Counts) => outcomes.reduce((total, one) => total + one[key], 0);
  const total = tally({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), retried: sum('retried') });
  return ['', row('step', 'result', 'seconds', 'tests'), ...rows, '', total].join('\n');
}

const row = (step: string, result: string, seconds: string, tests: string) =>
  `${step.padEnd(9)}${result.padEnd(7)}${seconds.padStart(9)}  ${tests}`.trimEnd();

const tally = ({ passed, failed, skipped, retried }: Counts) =>
  [`${passed} passed`, `${failed} failed`, skipped && `${skipped} skipped`, retried && `${retried} only at the second try`]
    .filter(Boolean)
    .join(', ');

const NONE: Counts = { passed: 0, failed: 0, skipped: 0, retried: 0 };
const ROOT = join(import.meta.dirname, '../..');
/** No step takes so long; one that hangs is ended. */
const LIMIT = 40 * 60_000;

/** Each step in turn: what node is given to run, one after the other until one ends badly. */
const STEPS: Record<string, { runs: string[][]; tests?: true }> = {
  format: { runs: [['node_modules/prettier/bin/prettier.cjs', '--check', '.']] },
  types: { runs: [['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error']] },
  lint: { runs: [['node_modules/oxlint/bin/oxlint', '--deny-warnings']] },
  unit: { runs: [['--test', '--test-reporter=spec', 'tests/unit/**/*.test.ts']], tests: true },
  source: { runs: [['src/commands/check-content.ts']] },
  build: { runs: [['--test', '--test-reporter=spec', 'tests/build/**/*.test.ts']], tests: true },
  // The site is built anew, so that the browser never sees an older one.
  browser: { runs: [['src/commands/build.ts'], ['node_modules/playwright/cli.js', 'test', '-c', 'tests/browser']], tests: true },
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { only: { type: 'string', default: Object.keys(STEPS).join() } } });
  const chosen = Object.keys(STEPS).filter((name) => values.only.split(',').includes(name));
  const unknown = values.only.split(',').filter((name) => !STEPS[name]);
  if (unknown.length) console.error(`There is no step "${unknown.join('", "')}". The steps are: ${Object.keys(STEPS).join(', ')}.`);
  process.exitCode = !unknown.length && (await runAll(chosen)) ? 0 : 1;
}

async function runAll(names: string[]): Promise<boolean> {
  // First of all, so that a missing browser is told of before everything else has run.
  const missing = names.includes('browser') ? await prepareBrowser() : undefined;
  const logs = mkdtempSync(join(tmpdir(), 'npm-test-'));
  console.log(`The full output of each step goes to ${logs}`);
  const outcomes: Outcome[] = [];
  for (const name of names) {
    process.stdout.write(`${name} … `);
    const { runs, tests = false } = STEPS[name]!;
    const log = join(logs, `${name}.log`);
    const began = performance.now();
    const lost = name === 'browser' && missing;
    const exit = lost ? 1 : await runEach(runs, log);
    const output = lost || stripVTControlCharacters(readFileSync(log, 'utf8'));
    const counts = judge(exit, output, tests);
    outcomes.push({ step: name, tests, seconds: (performance.now() - began) / 1000, ...counts });
    console.log(counts.failed ? 'FAILED' : 'passed');
    if (counts.failed || process.env.VERBOSE === '1') console.log(output);
  }
  console.log(summarise(outcomes));
  return outcomes.every(({ failed }) => failed === 0);
}

/** Put the browser into CHROMIUM_PATH for all steps; resolve what to do when there is none. */
async function prepareBrowser(): Promise<string | undefined> {
  try {
    process.env.CHROMIUM_PATH = await ensureBrowser();
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    console.error(`${message}\nThe other steps run all the same.`);
    return message;
  }
}

/** Run the commands with this same Node until one ends badly; resolve the last exit code. */
async function runEach(runs: string[][], log: string): Promise<number | null> {
  const file = openSync(log, 'a');
  const { FORCE_COLOR: _, ...rest } = process.env;
  const env = { ...rest, PATH: [join(ROOT, 'node_modules/.bin'), rest.PATH].join(delimiter), ASTRO_TELEMETRY_DISABLED: '1' };
  for (const given of runs) {
    const child = spawn(process.execPath, given, { cwd: ROOT, env, stdio: ['ignore', file, file], timeout: LIMIT });
    const exit = await new Promise<number | null>((done) => child.once('error', () => done(1)).once('exit', done));
    if (exit !== 0) return exit;
  }
  return 0;
}

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Those of the passed that failed at first: a hiccup of the machine, or a test to be mended. */
  retried: number;
}

export interface Outcome extends Counts {
  step: string;
  tests: boolean;
  seconds: number;
}
