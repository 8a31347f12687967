import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

/** Returns the compilers of V8 that compile a function after `setEngineFlags`. */
function compilersFor(files: number): string[] {
  const program = `
    import { setEngineFlags } from './src/commands/environment/engine-flags.ts';
    setEngineFlags(${files});
    function add(one, other) { return one + other; }
    let sum = 0;
    for (let round = 0; round < 3_000_000; round += 1) sum = add(sum, round % 7);
  `;
  const log = execFileSync(process.execPath, ['--trace-opt', '--input-type=module', '-e', program], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  return [...new Set([...log.matchAll(/completed compiling .*\(target (\w+)\)/g)].map(([, compiler]) => compiler!))].sort();
}

test('A build of few files does not use the slowest compiler of V8, a large one does.', () => {
  assert.deepEqual(compilersFor(1999), ['MAGLEV']);
  assert.deepEqual(compilersFor(2000), ['MAGLEV', 'TURBOFAN_JS']);
});
