import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from '../../../src/checks/report.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { runNew } from '../../../src/commands/new.ts';
import { diagramJobs } from '../../../src/output/diagram-jobs.ts';
import { baseWith } from '../checks/overlay-fixture.ts';
import { publishedBase } from '../permalinks/published.ts';

const TODAY = '2026-02-02';

const NEW: Record<string, { args: string[]; file: string; says: RegExp }> = {
  'a concept': { args: ['concept', 'stone-fruit'], file: 'en/concepts/stone-fruit.mdx', says: /^title: Stone fruit$/m },
  'a question': { args: ['question', 'is-rhubarb-a-fruit'], file: 'en/questions/is-rhubarb-a-fruit.mdx', says: /^title: Is rhubarb a fruit\?$/m },
  'a decision tree': { args: ['decision', 'which-duty'], file: 'en/decisions/which-duty.yaml', says: /^start: first-question$/m },
  'a source': { args: ['source', 'act-1890.s2'], file: 'sources/act-1890.s2.yaml', says: /^status: unverified/m },
  'a term': { args: ['term', 'berry'], file: 'vocabulary.yaml', says: /^ {2}berry:\n {4}term:/m },
  'a translation of a page': { args: ['translation', 'fruit', 'ru'], file: 'ru/concepts/fruit.mdx', says: /\[#definition\]/ },
  'a concept whose id is a number': { args: ['concept', '1893'], file: 'en/concepts/1893.mdx', says: /^title: "1893"$/m },
  'a question whose id is a word of YAML': { args: ['question', 'null'], file: 'en/questions/null.mdx', says: /^title: Null\?$/m },
  'a term whose id is a number': { args: ['term', '1893'], file: 'vocabulary.yaml', says: /^ {2}"1893":$/m },
};

for (const [what, { args, file, says }] of Object.entries(NEW)) {
  test(`The command writes ${what}, and the check finds no error.`, async () => {
    await using base = await baseWith({});
    const { good, output } = await runNew(args, base.folder, TODAY);
    assert.ok(good, output);
    assert.match(output, new RegExp(`^(?:Wrote|Changed) ${base.folder}/${file}$`, 'm'));
    assert.match(await readFile(join(base.folder, file), 'utf8'), says);
    const { diagnostics } = await checkSource(base.folder);
    assert.equal(report(diagnostics, ''), '');
  });

  test(`In a published base too, the check accepts ${what} at once.`, async () => {
    await using base = await publishedBase();
    const { good, output } = await runNew(args, base.folder, TODAY);
    assert.ok(good, output);
    assert.deepEqual(await base.check(), []);
  });
}

test('A new page is listed after the pages of its kind, and nothing else in site.yaml changes.', async () => {
  await using base = await publishedBase();
  const before = await base.read('site.yaml');
  await runNew(['concept', 'stone-fruit'], base.folder, TODAY);
  await runNew(['question', 'is-rhubarb-a-fruit'], base.folder, TODAY);
  assert.equal(
    await base.read('site.yaml'),
    before
      .replace('[fruit, vegetable, ordinary-meaning]', '[fruit, vegetable, ordinary-meaning, stone-fruit]')
      .replace('[is-a-tomato-a-fruit]', '[is-a-tomato-a-fruit, is-rhubarb-a-fruit]'),
  );
});

test('A page is added to a reading order with one line per page; an empty reading order gets a group.', async () => {
  for (const [order, after] of [
    [
      'navigation:\n  - title: { en: All }\n    entries:\n      - is-a-tomato-a-fruit\n      - fruit # the plant\n      - vegetable\n      - ordinary-meaning # in trade\n',
      '- ordinary-meaning # in trade\n      - stone-fruit\n',
    ],
    ['navigation: []\n', 'navigation:\n  - title:\n      en: Pages\n    entries:\n      - stone-fruit\n'],
    ['', 'navigation:\n  - title:\n      en: Pages\n    entries:\n      - stone-fruit\n'],
  ] as const) {
    await using base = await publishedBase();
    await base.edit('site.yaml', (text) => text.replace(/navigation:\n[^]*/, order));
    const { good, output } = await runNew(['concept', 'stone-fruit'], base.folder, TODAY);
    assert.ok(good, output);
    assert.ok((await base.read('site.yaml')).endsWith(after), await base.read('site.yaml'));
  }
});

test('A second term is written below the first, before other content.', async () => {
  await using base = await baseWith({
    'vocabulary.yaml':
      'terms:\n    fruit: # the plant\n        term: { en: fruit }\n        definition: { en: A ripe ovary. }\n        see: fruit\n\n# The end.\n',
  });
  const { good, output } = await runNew(['term', 'vegetable'], base.folder, TODAY);
  assert.ok(good, output);
  const text = await readFile(join(base.folder, 'vocabulary.yaml'), 'utf8');
  assert.match(text, /see: fruit\n {4}vegetable:\n {6}term:\n {8}en: vegetable\n[^]*see: vegetable\n {6}synonyms: \[\]\n\n# The end\.\n$/);
  assert.deepEqual((await checkSource(base.folder)).diagnostics, []);
});

test('A new page does not publish unfinished work on other pages.', async () => {
  await using base = await publishedBase();
  await base.edit('en/concepts/vegetable.mdx', (text) => text.replace('importer', 'merchant'));
  const { good, output } = await runNew(['concept', 'stone-fruit'], base.folder, TODAY);
  assert.ok(good, output);
  assert.match(output, /When the text is done, run npm run permalinks\.$/);
  assert.ok((await base.check()).some((line) => line.includes('“vegetable” are not up to date')));
});

const REFUSED: [args: string[], reason: RegExp][] = [
  [[], /^Name the kind and the id\.\n\nnpm run new -- <kind> <id>/],
  [['conept', 'peach'], /^There is no kind “conept”\. Did you mean concept\?/],
  [['concept'], /^Name the id\./],
  [['base'], /^Name the folder of the new base\./],
  [['concept', 'Peach'], /^“Peach” cannot be an id\. An id is short, ASCII and kebab-case/],
  [['concept', 'search'], /^“search” cannot be an id\./],
  [['term', 'плод'], /^“плод” cannot be the id of a term\./],
  [['concept', 'fruit'], /^The id “fruit” is already used by en\/concepts\/fruit\.mdx\. No file was changed\.$/],
  [['source', 'fruit'], /^The id “fruit” is already used/],
  [['decision', 'nix-v-hedden'], /^The id “nix-v-hedden” is already used by sources\/nix-v-hedden\.yaml\./],
  [['translation', 'fruit'], /^Name the language: npm run new -- translation <id> <language>/],
  [['translation', 'fruit', 'fr'], /^The language “fr” is not in site\.yaml\. Add it there first, as languages: \[en, ru, fr\]\. No file/],
  [['translation', 'fruit', 'en'], /^“en” is the first language of this base/],
  [['translation', 'friut', 'ru'], /^There is no page or decision tree “friut” in en\. Did you mean fruit\?/],
  [['translation', 'vegetable', 'ru'], /^ru\/concepts\/vegetable\.mdx already exists\./],
];

for (const [args, reason] of REFUSED) {
  test(`npm run new -- ${args.join(' ')} is refused with the reason.`, async () => {
    await using base = await baseWith({});
    const { good, output } = await runNew(args, base.folder, TODAY);
    assert.equal(good, false);
    assert.match(output, reason);
  });
}

test('A new base passes the check and needs no drawing; a folder with files is refused.', async () => {
  await using base = await baseWith({});
  const folder = join(base.folder, 'my-garden');
  const { good, output } = await runNew(['base', folder], 'nowhere', TODAY);
  assert.ok(good, output);
  assert.match(await readFile(join(folder, 'site.yaml'), 'utf8'), /^title:\n {2}en: My garden$/m);
  const { site, diagnostics, warnings } = await checkSource(folder);
  assert.equal(report(diagnostics, ''), '');
  for (const { kind } of warnings) assert.ok(output.includes(`warns of “${kind}”`), kind);
  assert.deepEqual(diagramJobs(site!), []);
  const again = await runNew(['base', folder], 'nowhere', TODAY);
  assert.deepEqual(again, { good: false, output: `${folder} is not empty. No file was changed.` });
});

test('A new base in another language passes the check; its pages are in the folder of that language.', async () => {
  await using base = await baseWith({});
  const folder = join(base.folder, 'mein-garten');
  assert.match((await runNew(['base', folder, 'deutsch'], 'nowhere', TODAY)).output, /^“deutsch” is not a language\./);
  const { good, output } = await runNew(['base', folder, 'de'], 'nowhere', TODAY);
  assert.ok(good, output);
  assert.match(output, /de\/concepts\/first-concept\.mdx$/m);
  const { diagnostics, site } = await checkSource(folder);
  assert.equal(report(diagnostics, ''), '');
  assert.deepEqual(site!.data.languages, ['de']);
});

test('Every kind of entry can be written into a new base, and the check accepts them together.', async () => {
  await using base = await baseWith({});
  const folder = join(base.folder, 'my-garden');
  await runNew(['base', folder], 'nowhere', TODAY);
  for (const kind of ['concept', 'question', 'decision', 'source', 'term'])
    assert.ok((await runNew([kind, `second-${kind}`], folder, TODAY)).good, kind);
  assert.equal(report((await checkSource(folder)).diagnostics, ''), '');
});

test('A published address that redirects is refused.', async () => {
  await using base = await publishedBase({ 'redirects.yaml': '# Where each removed address leads.\n' });
  await base.edit('redirects.yaml', () => 'peach: fruit\n');
  const { good, output } = await runNew(['concept', 'peach'], base.folder, TODAY);
  assert.equal(good, false);
  assert.match(output, /^“peach” was published and now redirects\./);
});
