import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { confirmedIn } from '../../../src/commands/permalinks.ts';
import { publishedBase, type PublishedBase } from '../permalinks/published.ts';

const VEGETABLE = 'en/concepts/vegetable.mdx';

/** Runs git in a base whose first commit is the published state. */
async function repository(base: PublishedBase): Promise<(...args: string[]) => string> {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'init.defaultBranch=main', ...args], {
      cwd: base.folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'published');
  return git;
}

/** Adds a page on a branch of its own. */
async function branch(base: PublishedBase, git: (...args: string[]) => string, id: string): Promise<void> {
  git('checkout', '-q', 'main');
  git('checkout', '-qb', id);
  await writeFile(
    join(base.folder, `en/concepts/${id}.mdx`),
    `---\ntitle: ${id}\nsummary: About ${id}.\nreviewed: 2026-01-01\n---\n\nAll about ${id}. [#1]\n`,
  );
  await base.edit('site.yaml', (text) => text.replace('[fruit, ', `[fruit, ${id}, `));
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(good, output);
  git('add', '.');
  git('commit', '-qm', id);
}

/** The Russian page has the block whose original changes. */
const BEHIND = '1 outdated (a translation is older than its original)\n  ru/vegetable.at-table.1\n';

test('The command lists what was published, changed and removed, and what to commit; a second run has nothing to write.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) =>
    text.replace('By that test', 'By this test').replace('[#at-table]\n', '[#at-table]\n\nOne more paragraph. [#2]\n'),
  );
  const { output } = await base.publish('2026-02-02');
  assert.equal(
    output,
    `1 published\n  en/vegetable.at-table.2\n1 changed\n  en/vegetable.at-table.1\n${BEHIND}105 live addresses, 0 removed. Commit ${base.folder}/permalinks (1 file).`,
  );
  assert.equal((await base.publish('2026-02-03')).output, `${BEHIND}105 live addresses, 0 removed. Nothing to write.`);
});

test('A redirect to the only address with the same text is added to redirects.yaml and reported.', async () => {
  await using base = await publishedBase();
  await writeFile(join(base.folder, 'redirects.yaml'), '# Written by hand.\n');
  const paragraph = /^The Tariff Act.*$/m.exec(await base.read(VEGETABLE))![0].replace(' [#1]', '');
  await base.edit(VEGETABLE, (text) => text.replace(`${paragraph} [#1]\n\n`, ''));
  await base.edit('en/concepts/fruit.mdx', (text) => text.replace('[#definition]\n', `[#definition]\n\n${paragraph} [#9]\n`));
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(good, output);
  assert.match(
    output,
    /\n1 added to redirects\.yaml, because their text is at exactly one other address:\n {2}vegetable\.definition\.1: fruit\.definition\.9\n/,
  );
  assert.equal(await base.read('redirects.yaml'), '# Written by hand.\nvegetable.definition.1: fruit.definition.9\n');
});

test('If there is an error, nothing is written.', async () => {
  await using base = await publishedBase();
  await base.edit(VEGETABLE, (text) => text.replace(/^The Tariff Act.*\n\n/m, ''));
  const { good, output } = await base.publish('2026-02-02');
  assert.ok(!good);
  assert.match(output, /redirects\.yaml:1:1 {2}lost-address .*\nCorrect this first\. No file was changed\.$/);
  await base.edit(VEGETABLE, (text) => `${text}\n[broken](kb:nowhere)\n`);
  assert.match((await base.publish('2026-02-02')).output, /dead-link .*\nCorrect the content first\. No file was changed\.$/);
  assert.match(await base.read('permalinks/en/vegetable.txt'), /^# 9 addresses/);
  assert.ok(!(await readdir(base.folder)).includes('redirects.yaml'));
});

test('Two branches that add different pages merge without a conflict in the permalinks.', async () => {
  await using base = await publishedBase();
  const git = await repository(base);
  await branch(base, git, 'ketchup');
  await branch(base, git, 'juice');
  // Both add their page to one line of site.yaml, which the writers must merge.
  assert.throws(() => git('merge', 'ketchup'));
  assert.equal(git('diff', '--name-only', '--diff-filter=U').trim(), 'site.yaml');
});

test('Two branches that change one page conflict at most in its own file, and the command keeps the lines of both.', async () => {
  await using base = await publishedBase();
  const git = await repository(base);
  for (const [name, section] of [
    ['one', 'at-table'],
    ['two', 'definition'],
  ] as const) {
    git('checkout', '-q', 'main');
    git('checkout', '-qb', name);
    await base.edit(VEGETABLE, (text) => text.replace(`[#${section}]\n`, `[#${section}]\n\nAdded on branch ${name}. [#8]\n`));
    assert.ok((await base.publish('2026-02-02')).good);
    git('commit', '-qam', name);
  }
  try {
    git('merge', 'one');
  } catch {
    assert.equal(git('diff', '--name-only', '--diff-filter=U').trim(), 'permalinks/en/vegetable.txt');
  }
  const { good, output } = await base.publish('2026-02-03');
  assert.ok(good, output);
  assert.deepEqual(await base.check(), []);
  const file = await base.read('permalinks/en/vegetable.txt');
  assert.match(file, /2026-02-02 2026-02-02 \w{12} block {4}vegetable\.at-table\.8\n/);
  assert.match(file, /2026-02-02 2026-02-02 \w{12} block {4}vegetable\.definition\.8\n/);
});

test('In a git repository the command stores the former wording of a changed passage, once per day.', async () => {
  await using base = await publishedBase();
  await repository(base);
  await base.edit(VEGETABLE, (text) => text.replace(/^summary: .*$/m, 'summary: A first new wording.'));
  await base.publish('2026-02-02');
  await base.edit(VEGETABLE, (text) => text.replace(/^summary: .*$/m, 'summary: A second new wording.'));
  await base.publish('2026-02-02');
  const kept = await base.read('permalinks/en/vegetable.history.yaml');
  assert.equal(kept.match(/^- address: vegetable$/gm)!.length, 1);
  assert.match(kept, /^ {2}until: 2026-02-02$/m);
  assert.doesNotMatch(kept, /new wording/);
  assert.deepEqual(await base.check(), []);
});

test('The former wording of a source and of a point of the article is stored in the language that changed.', async () => {
  await using base = await publishedBase();
  const git = await repository(base);
  const change = async (words: string): Promise<void> => {
    await base.edit('sources/nix-v-hedden.yaml', (text) => text.replace(/томаты — [^\n]*/, `томаты — ${words}.`));
    await base.edit('article.yaml', (text) => text.replace(/ru: "[^"]*значения в торговле[^"]*"/i, `ru: "О значения в торговле ${words}."`));
    const { good, output } = await base.publish('2026-02-02');
    assert.ok(good, output);
    git('commit', '-qam', words);
  };
  await change('первое');
  // A second change on the same day: the stored hash is no longer that of the wording before the day.
  await change('второе');
  for (const page of ['nix-v-hedden', 'article']) {
    const kept = await base.read(`permalinks/ru/${page}.history.yaml`);
    assert.equal(kept.match(/^- address: /gm)!.length, 1);
    assert.match(kept, page === 'article' ? /text: Особого значения в торговле эти два слова не имели\.$/m : /томаты — овощи: слова тарифа/);
    assert.doesNotMatch(kept, /Tomatoes|no special meaning/);
    await assert.rejects(base.read(`permalinks/en/${page}.history.yaml`), { code: 'ENOENT' });
  }
});

test('Only confirm is a command, and it needs an address.', () => {
  assert.deepEqual(confirmedIn([]), []);
  assert.deepEqual(confirmedIn(['confirm', 'setup.options.2', 'teams']), ['setup.options.2', 'teams']);
  assert.equal(confirmedIn(['in-step', 'setup']), 'There is no command “in-step”. Write: npm run permalinks -- confirm <address>');
  assert.equal(confirmedIn(['confirm']), 'Name an address: npm run permalinks -- confirm setup.options.2');
});
