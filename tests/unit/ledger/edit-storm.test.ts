import assert from 'node:assert/strict';
import { test } from 'node:test';
import { realPages } from './real-pages.ts';
import { baseOf, storm } from './storm.ts';
import { noTally } from './verdict.ts';

const RUNS = Number(process.env.STORM_RUNS ?? 1000);
const FIRST = Number(process.env.STORM_SEED ?? 1);

test(`In ${RUNS} storms of edits no address is lost; of 100 at least 99 land on their passage, and of 100 blocks reworded or moved at least 99 keep theirs.`, async (t) => {
  const base = baseOf(await realPages());
  const tally = noTally();
  for (let seed = FIRST; seed < FIRST + RUNS; seed += 1) storm(seed, base, tally);
  const { all, touched, edited, kept, gone, lost, asked, refused, updates, misses } = tally;
  t.diagnostic(`${updates} updates; asked for ${asked} heirs, refused ${refused} old ids, lost ${lost}`);
  for (const [name, { exact, section, page, elsewhere }] of Object.entries({ all, touched })) {
    const sum = exact + section + page + elsewhere;
    const share = (part: number): string => `${((100 * part) / sum).toFixed(2)} %`;
    t.diagnostic(
      `text survives, ${name} ${sum}: exact ${share(exact)}, within its section ${share(exact + section)}, within its page ${share(exact + section + page)}`,
    );
  }
  t.diagnostic(`reworded or moved inside its page ${edited}: ${((100 * kept) / edited).toFixed(2)} % keep their address`);
  t.diagnostic(`text gone: ${gone[0]} land in its section, ${gone[1]} elsewhere on its page, ${gone[2]} on another page`);
  for (const miss of misses.slice(0, Number(process.env.STORM_MISSES ?? 0))) t.diagnostic(miss);
  assert.equal(
    lost,
    0,
    misses
      .filter((miss) => miss.endsWith('lost'))
      .slice(0, 5)
      .join('\n'),
  );
  assert.ok(kept >= 0.99 * edited, `${edited - kept} of ${edited} did not keep their address`);
  const { exact, section, page, elsewhere } = all;
  assert.ok(exact >= 0.99 * (exact + section + page + elsewhere), misses.slice(0, 10).join('\n'));
});
