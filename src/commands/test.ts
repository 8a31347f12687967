/** `npm test`: runs every script that checks something, judges it by its exit code, and prints a table with the times. */
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ensureBrowser } from './environment/find-chromium.ts';

/** A script of package.json. */
export interface Part {
  script: string;
  /** Options to add to the command of the script. */
  options?: string;
  /** The number of processors that it uses. */
  cores: number;
  /** Scripts that must have passed before it starts. */
  after?: string[];
  /** Whether it writes to Astro's folder, `.astro`, which only one part can do at a time. */
  astro?: boolean;
}

export interface Outcome {
  script: string;
  result: 'passed' | 'failed' | 'not run';
  seconds: number;
}

/**
 * In the order in which they start. While too few processors are free for a part, later parts start before it. On two processors the parts
 * before the last one end at about the same time, so that both are free for it. If a part fails, the others still run.
 */
export const PARTS: readonly Part[] = [
  { script: 'test:sites', cores: 1, astro: true },
  // One process for all files: most of them load the same packages, which takes longer than their tests.
  { script: 'test:unit', cores: 1 },
  { script: 'test:build', cores: 1, after: ['test:sites'], astro: true },
  { script: 'test:content', cores: 1, after: ['test:sites'] },
  { script: 'lint', cores: 1 },
  { script: 'check', cores: 1 },
  // The builds of test:sites write the types of the content. With `--noSync` this part only reads them, so it can run during other builds.
  { script: 'typecheck', options: '--noSync', cores: 1, after: ['test:sites'] },
  { script: 'test:e2e', cores: 2, after: ['test:sites'] },
];

/** Runs the parts, in parallel if there are enough processors. Resolves to their results, in the order of the parts. */
export async function runParts(parts: readonly Part[], cores: number, runOne: (part: Part) => Promise<boolean>): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const running = new Map<Part, Promise<unknown>>();
  const waiting = [...parts];
  const busy = () => [...running.keys()].reduce((sum, part) => sum + part.cores, 0);
  const hasEnded = (script: string) => outcomes.has(script) || !parts.some((part) => part.script === script);
  const fits = ({ cores: needed, astro }: Part) =>
    running.size === 0 || (busy() + needed <= cores && !(astro && [...running.keys()].some((part) => part.astro)));
  const start = async (part: Part): Promise<void> => {
    const began = performance.now();
    const isGood = await runOne(part);
    running.delete(part);
    outcomes.set(part.script, { script: part.script, result: isGood ? 'passed' : 'failed', seconds: (performance.now() - began) / 1000 });
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((part) => (part.after ?? []).every(hasEnded) && fits(part));
    if (!next) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    const { script, after = [] } = next;
    if (after.some((one) => outcomes.get(one) && outcomes.get(one)!.result !== 'passed'))
      outcomes.set(script, { script, result: 'not run', seconds: 0 });
    else running.set(next, start(next));
  }
  return parts.map(({ script }) => outcomes.get(script)!);
}

/** Formats the results as a table, with a summary in the last line. */
export function summarise(outcomes: readonly Outcome[], seconds: number): string {
  const bad = outcomes.filter(({ result }) => result !== 'passed').length;
  const rows = outcomes.map(({ script, result, seconds: took }) => row(script, result, took.toFixed(1)));
  const sum = bad ? `${bad} of ${outcomes.length} parts did not pass` : `All ${outcomes.length} parts passed`;
  return ['', row('part', 'result', 'seconds'), ...rows, '', `${sum} in ${seconds.toFixed(1)} s.`].join('\n');
}

const row = (script: string, result: string, seconds: string) => `${script.padEnd(14)}${result.padEnd(8)}${seconds.padStart(8)}`;

const ROOT = join(import.meta.dirname, '../..');
/** The maximum time of a part, in milliseconds. Only a part that hangs exceeds it. */
const LIMIT = 20 * 60_000;

if (import.meta.main) {
  const began = performance.now();
  const logs = mkdtempSync(join(tmpdir(), 'npm-test-'));
  console.log(`The output of each part is in ${logs}.`);
  // A missing browser is reported before anything else has run.
  process.env.CHROMIUM_PATH = await ensureBrowser().catch((error: Error) => {
    console.error(`${error.message}\nThe parts without a browser still run.`);
    return process.env.CHROMIUM_PATH ?? '';
  });
  const scripts = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
  const outcomes = await runParts(PARTS, availableParallelism(), async ({ script, options = '' }) => {
    const log = join(logs, `${script.replace(':', '-')}.log`);
    const isGood = await runScript(`${scripts[script]} ${options}`, log);
    console.log(`${isGood ? '✔' : '✖'} ${script}`);
    if (!isGood || process.env.VERBOSE === '1') console.log(readFileSync(log, 'utf8'));
    return isGood;
  });
  console.log(summarise(outcomes, (performance.now() - began) / 1000));
  process.exitCode = outcomes.every(({ result }) => result === 'passed') ? 0 : 1;
}

/** Runs a script as npm does, with the same Node. Resolves to whether it passed. */
async function runScript(command: string, log: string): Promise<boolean> {
  const file = openSync(log, 'a');
  const { FORCE_COLOR: _, ...rest } = process.env;
  const PATH = [join(process.execPath, '..'), join(ROOT, 'node_modules/.bin'), rest.PATH].join(delimiter);
  // Hundreds of processes run the same modules.
  const NODE_COMPILE_CACHE = join(ROOT, 'node_modules/.cache/compile');
  const env = { ...rest, PATH, NODE_COMPILE_CACHE, ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(command, { cwd: ROOT, env, stdio: ['ignore', file, file], shell: true, timeout: LIMIT });
  return new Promise((done) => child.once('error', () => done(false)).once('exit', (code) => done(code === 0)));
}
