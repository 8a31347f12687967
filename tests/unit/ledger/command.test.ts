import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bringUpToDate } from '../../../src/commands/permalinks.ts';
import { readLines } from '../../../src/ledger/lines.ts';

const folder = await mkdtemp(join(tmpdir(), 'permalinks-'));
await cp('tests/fixtures/bases/tomato', folder, { recursive: true });
after(() => rm(folder, { recursive: true }));

const run = (today: string) => bringUpToDate(folder, today);
const ledger = async (): Promise<string> => readFile(join(folder, 'permalinks.json'), 'utf8');
const edit = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
const VEGETABLE = 'en/concepts/vegetable.mdx';

test('npm run permalinks writes the ledger, and a second time finds it up to date.', async () => {
  const env = { ...process.env, CONTENT_DIR: folder, TODAY: '2026-01-01' };
  const first = spawnSync(process.execPath, ['src/commands/permalinks.ts'], { encoding: 'utf8', env });
  assert.equal(first.status, 0, first.stderr);
  const { ledger: made } = readLines(await ledger());
  assert.match(first.stdout, new RegExp(`^${made.size} added\n`));
  const { told } = await run('2026-01-02');
  assert.match(told, new RegExp(`^${made.size} kept\n.*\n.*was up to date\\.$`));
});

test('It prints what was added, kept and retired, and where that lands.', async () => {
  await edit(VEGETABLE, (text) =>
    text.replace(/^The Tariff Act taxed.*$/m, 'Nobody has asked the tomato itself, so far as anything written down can tell.'),
  );
  const { good, told } = await run('2026-01-03');
  assert.ok(good, told);
  assert.match(told, /^1 added\n {2}en\/vegetable\.definition\.3\n/);
  assert.match(told, /1 retired\n {2}en\/vegetable\.definition\.1 → vegetable\.definition\.\d\n/);
});

test('It asks for an heir by name, and writes nothing; with the heir in heirs.yaml it goes on.', async () => {
  const ketchup =
    '---\ntitle: Ketchup\nsummary: What became of it.\nreviewed: 2026-01-01\n---\n\nWhoever boils a tomato with sugar and vinegar asks no court what it was.\n';
  await writeFile(join(folder, 'en/concepts/ketchup.mdx'), ketchup);
  await edit('site.yaml', (text) => text.replace('[fruit, ', '[fruit, ketchup, '));
  assert.ok((await run('2026-01-04')).good);
  const before = await ledger();
  await rm(join(folder, 'en/concepts/ketchup.mdx'));
  await edit('site.yaml', (text) => text.replace('ketchup, ', ''));
  const asking = await run('2026-01-05');
  assert.equal(asking.good, false);
  assert.match(
    asking.told,
    /heirs\.yaml:1:1 {2}no-heir {2}“ketchup” was published and is gone.* {2}Say in heirs\.yaml where it shall land: ketchup: /,
  );
  assert.equal(await ledger(), before);
  await writeFile(join(folder, 'heirs.yaml'), 'ketchup: kb:vegetable#at-table\n');
  const named = await run('2026-01-05');
  assert.ok(named.good, named.told);
  assert.match(named.told, /3 retired\n {2}en\/ketchup → vegetable\.at-table\n/);
});

test('A conflict that a merge left is mended; a line that cannot be read is not.', async () => {
  const whole = await ledger();
  const lines = whole.split('\n');
  await writeFile(
    join(folder, 'permalinks.json'),
    [lines[0], '<<<<<<< HEAD', ...lines.slice(1, 3), '=======', ...lines.slice(3, 5), '>>>>>>> theirs', ...lines.slice(5)].join('\n'),
  );
  assert.ok((await run('2026-01-06')).good);
  assert.equal(await ledger(), whole);
  await writeFile(join(folder, 'permalinks.json'), whole.replace('"kind"', 'kind'));
  const refused = await run('2026-01-06');
  assert.equal(refused.good, false);
  assert.match(refused.told, /permalinks\.json:2:1 {2}broken-ledger/);
});
