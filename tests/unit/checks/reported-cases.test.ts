/** Inputs from public bug reports of other programs that once failed here, each with the right result. */
import assert from 'node:assert/strict';
import { cp, readFile, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Root as HtmlRoot } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { checkSource } from '../../../src/checks/check-source.ts';
import { blocksOf, blockText } from '../../../src/markdown/block-ids.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { parseBody } from '../../../src/markdown/processor.ts';
import { publicImages } from '../../../src/markdown/public-images.ts';
import { tables } from '../../../src/markdown/tables.ts';
import { writeBlockIds } from '../../../src/markdown/write-block-ids.ts';
import { spellingDictionary } from '../../../src/output/spelling-dictionary.ts';
import { markdownBody } from '../../../src/views/markdown-body.ts';
import { baseWith } from './overlay-fixture.ts';

const FRONT = '---\ntitle: Case\nsummary: S.\nreviewed: 2026-11-23\n---\n\n';
const PAGE = 'en/concepts/case.mdx';

/** Checks a page with this body; returns its diagnostics without those of the reading order. */
const reported = async (body: string): Promise<string[]> => (await reportedOf([body]))[0]!;

/** Checks one page for each body, all in one base. */
async function reportedOf(bodies: readonly string[]): Promise<string[][]> {
  const files = bodies.map((_, at) => PAGE.replace('case', `case-${at}`));
  await using base = await baseWith(Object.fromEntries(bodies.map((body, at) => [files[at]!, FRONT + body])));
  const { diagnostics } = await checkSource(base.folder);
  const own = Map.groupBy(
    diagnostics.filter(({ kind }) => kind !== 'unlisted-page'),
    ({ file }) => file,
  );
  return files.map((file) => (own.get(file) ?? []).map(({ line, column, kind }) => `${line}:${column} ${kind}`));
}

/** Checks bodies with a list of diagnostics each. */
async function assertReported(expected: readonly (readonly [body: string, reported: string[]])[]): Promise<void> {
  const found = await reportedOf(expected.map(([body]) => body));
  assert.deepEqual(
    found.map((one, at) => [expected[at]![0], one]),
    expected,
  );
}

const BLOCKS = `Lead paragraph.

<details>
<summary>Summaryword here</summary>

Detailsword inside the block.

- Listindetails item

</details>

<figure>

![Altword picture](/favicon.svg)

<figcaption>Captionword under it</figcaption>

</figure>

<dl>
  <dt>Termword</dt>
  <dd>Definitionword</dd>
</dl>

## Heading [#h]

Last.
`;

test('Text in details, figures and lists of definitions is in blocks with addresses.', async () => {
  assert.deepEqual(await reported(BLOCKS), []);
  const blocks = blocksOf(parseBody(BLOCKS, PAGE));
  assert.deepEqual(
    blocks.map(({ id, node }) => [id, blockText(node)]),
    [
      ['intro.1', 'Lead paragraph.'],
      ['intro.2', 'Summaryword here'],
      ['intro.3', 'Detailsword inside the block.'],
      ['intro.4', 'Listindetails item'],
      ['intro.5', 'Altword picture Captionword under it'],
      ['intro.6', 'Termword Definitionword'],
      ['h.1', 'Last.'],
    ],
  );
  const written = writeBlockIds(BLOCKS, PAGE, new Map(blocks.map(({ id }, at) => [at, id.split('.')[1]!])));
  assert.match(written, /<summary>Summaryword here<\/summary>\n\n\[#2\]\n/);
  assert.deepEqual(
    blocksOf(parseBody(written, PAGE)).map(({ id, marked }) => [id, marked]),
    blocks.map(({ id }) => [id, true]),
  );
});

test('The Markdown of such a page keeps its paragraphs, and names images by URL.', async () => {
  await using base = await baseWith({ [PAGE]: FRONT + BLOCKS });
  const { site } = await checkSource(base.folder, '/kb/');
  const [locale] = site!.locales;
  const text = markdownBody(locale!, locale!.pages.get('case')!, 'https://example.org', { differs: 'D', status: {} });
  assert.match(text, /^Lead paragraph\./);
  for (const block of [
    '**Summaryword here**',
    'Detailsword inside the block.',
    '- Listindetails item',
    'Captionword under it',
    '**Termword**',
    'Definitionword',
  ])
    assert.match(text, new RegExp(`(?:^|\n\n)${block.replaceAll('*', '\\*')}`), block);
  assert.ok(text.includes('(https://example.org/kb/favicon.svg)'), text);
});

test('The syntax of other dialects is reported across emphasis and links, and in every kind of block.', async () => {
  const signs = {
    '[[fruit|*Frucht*]]': '[[fruit|Frucht]]',
    '^[a note with **bold** and [a link](kb:fruit)]': '^[a note',
    '==*marked* words==': '==marked words==',
    '$a*b*c^2$': '$abc^2$',
    '%%a *comment*%%': '%%a comment%%',
    '[text](https://exa mple.org/)': '[text](https',
  };
  const places = [
    ['', ''],
    ['- a\n  - ', ''],
    ['> - ', ''],
    ['| a |\n|---|\n| ', ' |'],
    ['<details>\n<summary>', '</summary>\nb\n</details>'],
    ['<dl>\n<dt>a</dt>\n<dd>', '</dd>\n</dl>'],
    ['x[^n]\n\n[^n]: ', ''],
    ['## ', ' [#h]'],
    ['Слово, ', ' и слово'],
  ] as const;
  await assertReported(
    Object.keys(signs).flatMap((sign) =>
      places.map(([before, after]): [string, string[]] => {
        const inCell = before.startsWith('|') ? sign.replace('|', '\\|') : sign;
        const lines = before.split('\n');
        return [`${before}${inCell}${after}`, [`${lines.length + 6}:${lines.at(-1)!.length + 1} foreign-syntax`]];
      }),
    ),
  );
});

test('The syntax of other dialects is reported at the start of a block.', async () => {
  const signs = [
    '##Заголовок',
    '###3rd',
    '##«Quoted»',
    '[!note|right] Title',
    '!!! note "Title"',
    '=== "Tab"',
    '::toc',
    '.. note:: Text',
    '*[HTML]: Hyper Text',
    ': A definition',
    ':+1: done',
    ':abbr[HTML]',
    '++inserted++',
  ];
  await assertReported(
    signs.flatMap((sign) =>
      ['', '> ', '- ', 'x[^n]\n\n[^n]: '].map((before): [string, string[]] => {
        const lines = before.split('\n');
        return [before + sign, [`${lines.length + 6}:${lines.at(-1)!.length + 1} foreign-syntax`]];
      }),
    ),
  );
});

test('Escaped syntax is text.', async () => {
  const bodies = [
    '\\[^abc\\]',
    '\\[@alice\\]',
    '\\[i\\]\\[j\\]',
    '\\[a-z][0-9]',
    '\\[[fruit]]',
    '[\\[fruit\\]]',
    '\\^[text]',
    '==a\\==',
    '\\##x',
    '\\:::note',
    '> \\[!NOTE]',
    'C++ and i++, #1 of 5, (10:30), std::vec, a == b, 5 < 6',
    '`[[fruit]]` and `$x^2$`',
    'From 5 $ to 10 $, at 10:30:00.',
  ];
  await assertReported(bodies.map((body) => [body, []]));
});

test('A space before a dot stays; a space before a removed citation is removed.', () => {
  const text = (body: string): string => plainText(parseBody(body, PAGE).children[0]!);
  assert.equal(text('The old part runs on .NET; see .gitignore and about .5 %.'), 'The old part runs on .NET; see .gitignore and about .5 %.');
  assert.equal(text('A claim [@one] [@two, p. 3]. And [@one], so.[^n]\n\n[^n]: N.'), 'A claim. And, so.');
});

test('A column is aligned by a class, without an inline style, and an image of the folder public gets the base path.', () => {
  const tree = unified().use(remarkRehype).runSync(parseBody('| a | b |\n|:--|--:|\n| c | 1 |\n\n![x](/favicon.svg)\n', PAGE)) as HtmlRoot;
  tables()(tree);
  publicImages({ base: '/kb/' })(tree);
  const made = JSON.stringify(tree);
  assert.match(made, /"className":\["align-right"\]/);
  assert.doesNotMatch(made, /"align"|style/);
  assert.match(made, /"src":"\/kb\/favicon\.svg"/);
});

test('A word with an apostrophe is one known word, so that no half of it is offered as a correction.', async () => {
  const record = { title: 'O’Brien', names: [], blocks: [{ id: '', text: 'O’Brien and d’Artagnan, copy\u00ADleft' }] };
  const words = [...(await spellingDictionary([record as never])).values()].join('\n');
  assert.match(words, /^o'brien\d$/m);
  assert.match(words, /^copyleft\d$/m);
  assert.doesNotMatch(words, /^(?:brien|artagnan|left)\d$/m);
});

test('A folder behind a symbolic link is read, and files of editors are skipped.', async () => {
  await using base = await baseWith({
    'en/concepts/fruit.mdx~': 'x',
    'en/concepts/#fruit.mdx#': 'x',
    'en/concepts/.fruit.mdx.swp': 'x',
    'Thumbs.db': 'x',
  });
  await using other = await baseWith({});
  await cp(join(base.folder, 'en'), join(other.folder, 'elsewhere-en'), { recursive: true });
  await rename(join(base.folder, 'en'), `${base.folder}-en`);
  await symlink(`${base.folder}-en`, join(base.folder, 'en'));
  try {
    assert.deepEqual((await checkSource(base.folder)).diagnostics, []);
    // A symbolic link to a parent folder.
    await symlink(base.folder, join(base.folder, 'sources/again'));
    assert.ok((await readFile(join(base.folder, 'en/index.mdx'), 'utf8')).length > 0);
    await checkSource(base.folder);
  } finally {
    await rename(`${base.folder}-en`, join(other.folder, 'en-moved'));
  }
});
