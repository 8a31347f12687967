/** Missing, incomplete or shortened permalinks, with git and without it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { permalinkKinds } from '../../../src/permalinks/diagnostics.ts';
import { parse } from '../../../src/permalinks/format.ts';
import { publishedBase, type PublishedBase } from './published.ts';

const FILE = 'permalinks/en/vegetable.txt';
const REDIRECT = 'vegetable.definition.1: vegetable.definition.2\n';

/** A published base in which one paragraph was removed later. */
async function baseWithGone(): Promise<PublishedBase> {
  const base = await publishedBase({ 'redirects.yaml': '' });
  await base.edit('en/concepts/vegetable.mdx', (text) => text.replace(/^The Tariff Act taxed.*\n\n/m, ''));
  await base.edit('redirects.yaml', () => REDIRECT);
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(good, output);
  assert.deepEqual(await base.check(), []);
  return base;
}

function commit(base: PublishedBase): void {
  const git = (...given: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...given], { cwd: base.folder, stdio: 'pipe' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'One');
}

const kindsOf = (lines: readonly string[]): string[] => lines.map((line) => line.split('  ')[1]!);

/** Both the check and the command fail, and the correction in the message loses no line. */
async function assertRefused(base: PublishedBase, kind: keyof typeof permalinkKinds): Promise<void> {
  const found = await base.check();
  assert.ok(kindsOf(found).includes(kind), found.join('\n'));
  const before = await base.read(FILE).catch(() => undefined);
  const { good, output } = await base.publish('2026-03-03');
  assert.ok(!good && output.includes(kind), output);
  assert.equal(await base.read(FILE).catch(() => undefined), before, 'the command wrote nothing');
}

test('A missing file of a page is reported, also without git.', async () => {
  await using base = await baseWithGone();
  await rm(join(base.folder, FILE));
  await assertRefused(base, 'permalinks-missing');
});

test('A folder in the place of a file is reported as a missing file.', async () => {
  await using base = await baseWithGone();
  await rm(join(base.folder, FILE));
  await mkdir(join(base.folder, FILE));
  await assertRefused(base, 'permalinks-missing');
});

test('A missing folder of permalinks is reported, also without git.', async () => {
  for (const withRedirects of [true, false]) {
    await using base = await baseWithGone();
    await rm(join(base.folder, 'permalinks'), { recursive: true });
    if (!withRedirects) await rm(join(base.folder, 'redirects.yaml'));
    if (withRedirects) await assertRefused(base, 'permalinks-missing');
    else {
      // Without git this may be a base that was never published; the command begins a list only with --new.
      const { good, output } = await base.publish('2026-03-03');
      assert.ok(!good && output.includes('permalinks-unknown'), output);
      const { diagnostics, warnings } = await checkSource(base.folder);
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(
        warnings.map(({ kind }) => kind).filter((kind) => kind.startsWith('permalinks')),
        ['permalinks-unknown'],
      );
    }
  }
});

test('A missing list is reported; the command adds unlisted files to the list.', async () => {
  await using base = await baseWithGone();
  await base.edit('permalinks/files.txt', (text) => text.replace('en/fruit\n', ''));
  assert.deepEqual(kindsOf(await base.check()), ['permalinks-unlisted']);
  assert.ok((await base.publish('2026-02-02')).good);
  assert.deepEqual(await base.check(), []);
  await rm(join(base.folder, 'permalinks/files.txt'));
  await assertRefused(base, 'permalinks-missing');
});

test('With git, a removed line is reported even if the first line has the right number, and so are a file and a folder.', async () => {
  await using base = await baseWithGone();
  commit(base);
  const whole = await base.read(FILE);
  await base.edit(FILE, (text) => text.replace('# 9', '# 8').replace(/^.*vegetable\.definition\.1\n/m, ''));
  await base.edit('redirects.yaml', () => '');
  await assertRefused(base, 'permalinks-lost');
  assert.match(
    (await base.check())[0]!,
    /^permalinks\/en\/vegetable\.txt:1:1 {2}permalinks-lost {2}1 published address of HEAD is no longer here: vegetable\.definition\.1\. /,
  );
  await base.edit(FILE, () => whole);
  await base.edit('redirects.yaml', () => REDIRECT);
  assert.deepEqual(await base.check(), []);
  await rm(join(base.folder, FILE));
  await base.edit('permalinks/files.txt', (text) => text.replace('en/vegetable\n', ''));
  await assertRefused(base, 'permalinks-lost');
  await rm(join(base.folder, 'permalinks'), { recursive: true });
  await rm(join(base.folder, 'redirects.yaml'));
  await assertRefused(base, 'permalinks-lost');
});

test('With git, a changed line, another order and a merge are not reported.', async () => {
  await using base = await baseWithGone();
  commit(base);
  await base.edit(FILE, (text) => {
    const [head, ...rows] = text.trimEnd().split('\n');
    return `${[head, ...rows.toReversed()].join('\n')}\n`;
  });
  assert.deepEqual(await base.check(), []);
  await base.edit('en/concepts/vegetable.mdx', (text) => `${text}\nOne more paragraph. [#definition.8]\n`);
  assert.ok((await base.publish('2026-03-03')).good);
  assert.deepEqual(await base.check(), []);
});

test('PUBLISHED_REF sets another commit, and an unknown commit is an error.', async () => {
  await using base = await baseWithGone();
  commit(base);
  await base.edit(FILE, (text) => text.replace('# 9', '# 8').replace(/^.*vegetable\.definition\.1\n/m, ''));
  await base.edit('redirects.yaml', () => '');
  const git = (...given: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...given], { cwd: base.folder });
  git('commit', '-qam', 'Lose a line');
  assert.ok(!kindsOf(await base.check()).includes('permalinks-lost'), 'nothing is missing against HEAD');
  try {
    process.env.PUBLISHED_REF = 'HEAD~1';
    assert.ok(kindsOf(await base.check()).includes('permalinks-lost'));
    process.env.PUBLISHED_REF = 'nowhere';
    await assert.rejects(base.check(), /PUBLISHED_REF is "nowhere", which git cannot compare with/);
  } finally {
    delete process.env.PUBLISHED_REF;
  }
});

test('A new list is written only for a base that was never published.', async () => {
  await using base = await publishedBase();
  assert.deepEqual((await readdir(join(base.folder, 'permalinks'))).sort(), ['.gitattributes', 'en', 'files.txt', 'ru']);
});

test('An address that would be outside of the output, or belongs to another page, is invalid.', () => {
  const kinds = (address: string): string[] =>
    parse(`# 1 address\n2026-01-01 2026-01-01 gone         section  ${address}\n`, 'permalinks/en/fruit.txt').diagnostics.map(({ kind }) => kind);
  for (const good of ['fruit.a', 'fruit.K-d', 'fruit.fn-Имя', 'fruit.a.2', 'fruit/yes/no-1']) assert.deepEqual(kinds(good), [], good);
  for (const bad of [
    'fruit.x/../../x',
    'fruit/..',
    'fruit/../x',
    '../fruit',
    'fruit/./x',
    'fruit//x',
    'fruit/.git',
    'fruit\\..\\x',
    'fruit.%2e%2e',
    'fruit.a?b',
    'fruit.a#b',
    'fruit.a:b',
    'fruits',
    'fruits.a',
    'fruit.a\u0000',
    'fruit.a"b',
    'fruit.a..b',
  ])
    assert.deepEqual(kinds(bad), ['permalinks-broken'], bad);
});
