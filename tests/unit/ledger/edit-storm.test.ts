import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realPages } from './real-pages.ts';
import { noTally, storm } from './storm.ts';

const RUNS = Number(process.env.STORM_RUNS ?? 1000);
const FIRST = Number(process.env.STORM_SEED ?? 1);

test(`In ${RUNS} storms of edits no address is lost, and at least 99 in 100 land on the passage they were given to.`, async (t) => {
  const pages = await realPages();
  const tally = noTally();
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) storm(seed, pages, tally);
  const { checked, exact, section, page, elsewhere, gone, lost, asked, updates, misses } = tally;
  const surviving = exact + section + page + elsewhere;
  const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`;
  t.diagnostic(`${updates} updates, ${checked} look-ups, asked for ${asked} heirs, lost ${lost}`);
  t.diagnostic(`text survives (${surviving}): exact ${share(exact, surviving)}, within its section ${share(exact + section, surviving)}, within its page ${share(exact + section + page, surviving)}`);
  t.diagnostic(`text gone (${checked - surviving}): in its section ${share(gone[0], checked - surviving)}, on its page ${share(gone[0] + gone[1], checked - surviving)}`);
  if (process.env.STORM_MISSES) for (const miss of misses.slice(0, Number(process.env.STORM_MISSES))) t.diagnostic(miss);
  assert.equal(lost, 0, misses.filter((miss) => miss.endsWith('lost')).slice(0, 5).join('\n'));
  assert.ok(exact >= 0.99 * surviving, `${misses.length} misses, such as:\n${misses.slice(0, 10).join('\n')}`);
});
