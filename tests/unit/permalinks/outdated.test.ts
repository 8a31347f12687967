import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { updatePermalinks } from '../../../src/commands/permalinks.ts';
import { writeIds } from '../../../src/commands/ids.ts';
import { layOver } from '../checks/overlay-fixture.ts';

const edit = async (folder: string, file: string, from: string | RegExp, to: string): Promise<void> => {
  const text = await readFile(join(folder, file), 'utf8');
  assert.notEqual(text.replace(from, to), text);
  await writeFile(join(folder, file), text.replace(from, to));
};

const warnings = async (folder: string, wanted: string) =>
  (await checkSource(folder)).warnings.filter(({ kind }) => kind === wanted).map(({ file, line, message }) => `${file}:${line} ${message}`);

async function published() {
  const base = await layOver();
  assert.ok((await writeIds(base.folder)).good);
  assert.ok((await updatePermalinks(base.folder, '2026-11-01', { isNew: true })).good);
  return base;
}

test('Translations count as up to date when the permalinks are first written, and a changed original is reported with both places.', async () => {
  await using base = await published();
  assert.deepEqual(await warnings(base.folder, 'outdated'), []);
  await edit(base.folder, 'en/decisions/which-word.yaml', /verdict: .*/, 'verdict: Another verdict.');
  await updatePermalinks(base.folder, '2026-11-20');
  const [found, ...others] = await warnings(base.folder, 'outdated');
  assert.deepEqual(others, []);
  assert.match(
    found!,
    /^ru\/decisions\/which-word\.yaml:\d+ The en text of “which-word\.\S+” changed on 2026-11-20, after this translation: en\/decisions\/which-word\.yaml:\d+:\d+\.$/,
  );
});

test('An updated or confirmed translation is up to date again.', async () => {
  await using base = await published();
  await edit(base.folder, 'en/concepts/vegetable.mdx', /^title: .*$/m, 'title: The vegetable');
  await edit(base.folder, 'en/decisions/which-word.yaml', /verdict: .*/, 'verdict: Another verdict.');
  const { output } = await updatePermalinks(base.folder, '2026-11-20');
  assert.match(output, /3 outdated/);
  await edit(base.folder, 'ru/concepts/vegetable.mdx', /^title: .*$/m, 'title: Тот же овощ');
  await updatePermalinks(base.folder, '2026-11-21');
  assert.equal((await warnings(base.folder, 'outdated')).length, 1);
  assert.match((await updatePermalinks(base.folder, '2026-11-22', { upToDate: ['which-word'] })).output, /1 translations confirmed/);
  assert.deepEqual(await warnings(base.folder, 'outdated'), []);
});

test('The translation of a record whose first language changed is outdated.', async () => {
  await using base = await published();
  await edit(base.folder, 'sources/nix-v-hedden.yaml', 'Tomatoes are vegetables', 'Tomatoes were vegetables');
  await updatePermalinks(base.folder, '2026-11-20');
  assert.match((await warnings(base.folder, 'outdated'))[0]!, /^sources\/nix-v-hedden\.yaml:\d+ The en text of “nix-v-hedden” changed on 2026-11-20/);
});

test('A block that a translation lacks is reported, and not one that only the translation has.', async () => {
  await using base = await published();
  const file = 'en/concepts/vegetable.mdx';
  await writeFile(join(base.folder, file), `${await readFile(join(base.folder, file), 'utf8')}\n\nOne more paragraph.\n`);
  await writeIds(base.folder);
  await updatePermalinks(base.folder, '2026-11-20');
  assert.match(
    (await warnings(base.folder, 'untranslated-block')).join('\n'),
    /“vegetable\.\S+” is not translated into ru\. The en text is at en\/concepts\/vegetable\.mdx:\d+/,
  );
});

test('A point of the article whose first language changed is outdated, at its own place.', async () => {
  await using base = await published();
  await edit(base.folder, 'article.yaml', 'The two words had no special meaning', 'Neither word had a special meaning');
  await updatePermalinks(base.folder, '2026-11-20');
  const [found, ...others] = await warnings(base.folder, 'outdated');
  assert.deepEqual(others, []);
  assert.match(found!, /^article\.yaml:1\d The en text of “article\.P2” changed on 2026-11-20, after this translation: article\.yaml:1\d:\d+\.$/);
  assert.match((await updatePermalinks(base.folder, '2026-11-22', { upToDate: ['article.P2'] })).output, /1 translations confirmed/);
});

test('An error in a page or in its original causes no warning about the translation.', async () => {
  for (const [file, from, to] of [
    ['en/concepts/vegetable.mdx', 'title: ', 'title: ['],
    ['en/concepts/vegetable.mdx', '<Differs id="', '<Differs id="Not '],
    ['ru/concepts/vegetable.mdx', 'title: ', 'titel: '],
    ['en/decisions/which-word.yaml', 'questions:', 'questions: ['],
    ['ru/decisions/which-word.yaml', 'outcomes:', 'outcome:'],
    ['sources/nix-v-hedden.yaml', 'summary:', 'summary: ['],
  ] as const) {
    await using base = await published();
    const before = await checkSource(base.folder);
    await edit(base.folder, file, from, to);
    const { diagnostics, warnings: found } = await checkSource(base.folder);
    assert.ok(diagnostics.length > 0, file);
    const known = new Set(before.warnings.map(({ message }) => message));
    assert.deepEqual(
      found.filter(({ message }) => !known.has(message)),
      [],
      file,
    );
  }
});
