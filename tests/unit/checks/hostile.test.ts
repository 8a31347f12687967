/** Hostile and broken files. Each must give a report, never an exception. */
import assert from 'node:assert/strict';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { sortDiagnostics, report, type LocatedDiagnostic } from '../../../src/checks/report.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { baseWith, copyOfBase, fixtures } from './overlay-fixture.ts';

const PAGE = 'en/concepts/hostile.mdx';
const SOURCE = 'sources/hostile.yaml';
const TREE = 'en/decisions/hostile.yaml';
const FRONT = '---\ntitle: T\nsummary: S\nreviewed: 2026-11-23\n---\n';

/** Checks the base with changed files; returns the report without diagnostics of the reading order. */
async function reported(files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> {
  await using base = await baseWith(files);
  const { diagnostics } = await checkSource(base.folder);
  return diagnostics.filter(({ kind }) => kind !== 'unlisted-page').map(({ file, line, column, kind }) => `${file}:${line}:${column} ${kind}`);
}

const times = (count: number, text: (at: number) => string): string => Array.from({ length: count }, (_, at) => text(at)).join('');

const pages: Record<string, [text: string | Uint8Array, expected: readonly string[]]> = {
  'an empty file': ['', ['1:1 no-front-matter']],
  'front matter alone': [FRONT, ['6:1 empty-page']],
  'front matter alone without a last line end': [FRONT.trimEnd(), ['5:1 empty-page']],
  'a comment alone': [`${FRONT}{/* later */}\n`, ['6:1 empty-page']],
  'a line, empty items and a space that does not break': [`${FRONT}---\n\n-\n-\n\n>\n\n&nbsp;\n\n<br/>\n\n&#x200b; [#1]\n`, ['6:1 empty-page']],
  'characters without a width': [
    `${FRONT}soft\u00ADhyphen and\n\n- zero\u200Bwidth\n- word\u2060joiner, Latin\u200Djoiner\n\nx[^a]\n\n[^a]: byte\uFEFForder`,
    ['6:5 invisible-character', '8:7 invisible-character', '9:7 invisible-character', '9:21 invisible-character', '13:11 invisible-character'],
  ],
  'joiners where they belong, and soft hyphens that the writer sees': [`${FRONT}👩\u200D🔬, می\u200Cخواهم, क्\u200Dष, word&shy;break`, []],
  'a note and a link that nothing shows': [`${FRONT}[a]: https://example.org\n`, ['6:1 empty-page']],
  'control characters': [
    `${FRONT}Text \u0007\n\n- \u001B[0m\n\nx[^a]\n\n[^a]: \uFFFEx\n\n\uFDD0`,
    ['6:6 invisible-character', '8:3 invisible-character', '12:7 invisible-character', '14:1 invisible-character'],
  ],
  'ids that begin with a zero or have twenty digits': [
    `${FRONT}one [#0]\n\ntwo [#01]\n\nthree [#12345678901234567890]`,
    ['6:5 stray-mark', '8:5 stray-mark', '10:7 stray-mark'],
  ],
  'a tree alone': [`${FRONT}<Tree id="which-word" />`, []],
  'an image alone': [`${FRONT}![A sign](/favicon.svg)`, []],
  'a text too long for one page': [`${FRONT}${'Some words. '.repeat(30_000)}`, ['6:1 oversized-page']],
  'empty front matter': ['---\n---\n', ['1:1 no-fields', '3:1 empty-page']],
  'front matter that is a list': ['---\n- a\n---\nText.', ['1:1 bad-field']],
  'front matter that is bare text': ['---\nhello\n---\nText.', ['1:1 bad-field']],
  'no front matter, whose text is judged all the same': ['## H\n\n[^a]', ['1:1 heading-without-id', '1:1 no-front-matter', '3:1 undefined-note']],
  'a byte order mark': [`\uFEFF${FRONT}Text.`, []],
  'UTF-16': [Buffer.from(`\uFEFF${FRONT}Text.`, 'utf16le'), ['1:1 not-utf8']],
  'a replacement character of its own before the bad byte': [
    Buffer.concat([Buffer.from(`${FRONT}\uFFFD caf`), Buffer.from([0xe9])]),
    ['6:6 not-utf8'],
  ],
  'names of JavaScript’s own': [
    `${FRONT.replace('reviewed', 'related: [constructor]\ncovers: { constructor: [constructor] }\nreviewed')}## H [#constructor]\n\n[a](#constructor) [@constructor] [^constructor] [b](kb:constructor)\n\n<Tree id="constructor" />\n`,
    ['4:11 unknown-entry', '5:25 unknown-point', '10:19 unknown-source', '10:34 undefined-note', '10:49 dead-link', '12:1 unknown-tree'],
  ],
  'three thousand nested quotations': [`${FRONT}${'>'.repeat(3000)} x`, ['6:200 broken-mdx']],
  'fifteen hundred nested elements': [`${FRONT}${'<div>'.repeat(1500)}x${'</div>'.repeat(1500)}`, ['6:996 broken-mdx']],
  'two hundred nested quotations': [`${FRONT}${'>'.repeat(200)} x`, ['6:200 broken-mdx']],
  'a hundred and ninety nested quotations': [`${FRONT}${'>'.repeat(190)} x`, []],
  'a hundred and ninety nested elements': [`${FRONT}${'<div>'.repeat(190)}x${'</div>'.repeat(190)}`, []],
  'five thousand open brackets': [`${FRONT}${'['.repeat(5000)}`, []],
  'ten thousand lines': [
    `${FRONT}\n${times(2500, (at) => `## H [#h-${at}]\n\nText “${at}” [@nix-v-hedden], слово.\n\n`)}[x](kb:nowhere)`,
    ['10007:1 dead-link'],
  ],
  'a paragraph with five thousand citations': [`${FRONT}\n${'word [@nix-v-hedden] '.repeat(5000)}[@gone]`, ['7:105001 unknown-source']],
  'notes that refer to each other': [`${FRONT}x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a]`, []],
};

for (const [name, [text, expected]] of Object.entries(pages)) {
  test(`A page may be ${name}.`, async () =>
    assert.deepEqual((await reported({ [PAGE]: text })).map((line) => line.replace(`${PAGE}:`, '')).sort(byPlace), [...expected].sort(byPlace)));
}

test('An expression twenty thousand brackets deep is broken MDX.', async () => {
  const [line, ...rest] = await reported({ [PAGE]: `${FRONT}{${'('.repeat(20_000)}1${')'.repeat(20_000)}}` });
  assert.match(line!, /:6:\d+ broken-mdx$/);
  assert.deepEqual(rest, []);
});

const byPlace = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const yaml: Record<string, [text: string, first: string]> = {
  'a list': ['- a\n', '1:1 bad-field'],
  'bare text': ['hello', '1:1 bad-field'],
  'a number': ['42', '1:1 bad-field'],
  'two documents': ['a: 1\n---\nb: 2', '2:1 broken-yaml'],
  'an alias of nothing': ['kind: case\ntitle: *gone', '2:8 broken-yaml'],
  'an alias of itself': ['&a [*a]', '1:1 bad-field'],
  'a bomb of aliases': [
    `a: &a [${'x,'.repeat(10)}]\n${times(8, (at) => `${'bcdefghi'[at]}: &${'bcdefghi'[at]} [${`*${'abcdefgh'[at]},`.repeat(10)}]\n`)}`,
    '1:1 broken-yaml',
  ],
  'fifty thousand open brackets': ['['.repeat(50_000), '1:1 broken-yaml'],
  'a tag of its own': ['title: !foo x', '1:8 broken-yaml'],
  'a control character': ['kind: case\ntitle: a\0b', '2:9 broken-yaml'],
  'a quote that nobody closed': ['kind: case\ntitle: "a\nshort: b\n', '2:8 broken-yaml'],
  'a list that nobody closed': ['kind: case\nauthor: [a, [b], c\nshort: b\n', '2:9 broken-yaml'],
  'a line indented by chance': ['kind: case\ntype: a\n title: b\nshort: c\n', '3:2 broken-yaml'],
};

for (const [name, [text, first]] of Object.entries(yaml)) {
  test(`A record may be ${name}.`, async () => {
    const lines = await reported({ [SOURCE]: text });
    // The maximum depth of the YAML parser depends on the stack.
    const shown = name.startsWith('fifty') ? lines[0]!.replace(/:\d+ /, ':1 ') : lines[0];
    assert.equal(shown, `${SOURCE}:${first}`);
  });
}

test('Files with a byte order mark and Windows line ends are read as any others.', async () => {
  await using base = await copyOfBase(join(fixtures, 'bases/ferry'));
  const before = await checkSource(base.folder);
  for (const name of await readdir(base.folder, { recursive: true })) {
    if (!/\.(?:mdx|yaml)$/.test(name)) continue;
    const text = await readFile(join(base.folder, name), 'utf8');
    await writeFile(join(base.folder, name), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  }
  const { diagnostics, warnings } = await checkSource(base.folder);
  assert.deepEqual({ diagnostics, warnings }, { diagnostics: [], warnings: before.warnings });
});

test('The syntax of another dialect around code is quoted without the code.', async () => {
  await using base = await baseWith({ [PAGE]: `${FRONT}A formula: $x_{i}$ or $$\`y\`$$.` });
  const { diagnostics } = await checkSource(base.folder);
  const texts = diagnostics.filter(({ kind }) => kind === 'foreign-syntax').map(({ message }) => /“(.*)”/.exec(message)?.[1]);
  assert.deepEqual(texts, ['$x_…$', '$$…$$']);
});

test('A file without fields is reported once, and not by the files that depend on it.', async () => {
  for (const text of ['', '# nothing\n', '{}', 'null', '---\n'])
    assert.deepEqual(await reported({ [SOURCE]: text, 'article.yaml': text, 'en/decisions/which-word.yaml': text }), [
      'article.yaml:1:1 no-fields',
      'en/decisions/which-word.yaml:1:1 no-fields',
      `${SOURCE}:1:1 no-fields`,
    ]);
});

const chain = (length: number): string =>
  `title: T\nsummary: S\nstart: q0\nquestions:\n${times(length, (at) => `  q${at}: { ask: A, answers: { on: { label: L, to: q${at + 1} } } }\n`)}outcomes:\n  q${length}: { verdict: V, level: clear, text: T }\n`;

test('A chain of five thousand questions is reported only for its number of states.', async () =>
  assert.deepEqual(await reported({ [TREE]: chain(5000) }), [`${TREE}:3:1 too-many-states`]));

test('A tree can use the names of JavaScript properties as ids, except `__proto__`.', async () => {
  const tree = (question: string) =>
    `title: T\nsummary: S\nstart: constructor\nquestions:\n  constructor: { ask: A, answers: { constructor: { label: L, to: end } } }\n${question}outcomes:\n  end: { verdict: V, level: clear, text: T }\n`;
  assert.deepEqual(await reported({ [TREE]: tree('') }), []);
  assert.deepEqual(await reported({ [TREE]: tree('  __proto__: { ask: A, answers: {} }\n') }), [`${TREE}:6:3 bad-field`]);
});

test('A site.yaml that cannot be read does not hide the errors of the other files.', async () => {
  for (const text of ['', '- a', 'a: [b', 'languages: 5', 'languages: []']) {
    const lines = await reported({ 'site.yaml': text, [PAGE]: `${FRONT}[^gone]` });
    assert.ok(lines.includes(`${PAGE}:6:1 undefined-note`), text);
    assert.ok(
      lines.every((line) => line.startsWith('site.yaml') || line.startsWith(PAGE)),
      lines.join('\n'),
    );
  }
});

test('Links to a file that cannot be read are not reported as dead.', async () => {
  for (const text of ['---\ntitle: x', `${FRONT}<Unclosed`, Buffer.from([0xff])]) {
    const lines = await reported({
      'en/concepts/fruit.mdx': text,
      'en/decisions/which-word.yaml': 'title: [',
      'sources/nix-v-hedden.yaml': 'title: [',
      'article.yaml': 'title: [',
    });
    assert.equal(lines.length, 4, lines.join('\n'));
  }
});

test('An invalid field is reported once, and not again by the checks that depend on it.', async () => {
  const lines = await reported({
    [TREE]:
      'title: T\nsummary: S\nstart: One\nquestions:\n  one:\n    answers:\n      "yes": { label: L }\n      "no": { label: L, to: end }\noutcomes:\n  end: { verdict: V, level: clear, text: T, see: [Not An Address], sources: 5 }\n',
  });
  assert.deepEqual(
    lines,
    ['3:1 bad-field', '5:3 missing-field', '7:7 missing-field', '10:51 bad-field', '10:68 bad-field'].map((line) => `${TREE}:${line}`),
  );
});

test('Hidden folders, README files and drawings are skipped; a symbolic link to a file is read, a broken one is not.', async () => {
  await using base = await baseWith({ '.obsidian/app.json': '{}', 'en/.DS_Store': '', 'README.md': 'How to write', 'diagrams/a.svg': '<svg/>' });
  await symlink(join(base.folder, 'en/concepts/fruit.mdx'), join(base.folder, 'en/concepts/fruits.mdx'));
  await symlink(join(base.folder, 'nowhere'), join(base.folder, 'en/concepts/gone.mdx'));
  const { diagnostics } = await checkSource(base.folder);
  assert.deepEqual(
    diagnostics.map(({ file, kind }) => `${file} ${kind}`),
    ['en/concepts/fruits.mdx unlisted-page'],
  );
});

test('A missing folder is reported by its first missing file.', async () => {
  const { diagnostics, files, site } = await checkSource('/nowhere/at/all');
  assert.deepEqual(
    diagnostics.map(({ file, kind }) => `${file} ${kind}`),
    ['site.yaml missing-file'],
  );
  assert.equal(files, 0);
  assert.equal(site, undefined);
});

test('A report lists each error once, sorted by file, line and column, one per line.', () => {
  const at = (file: string, line: number, column: number, message = 'Two\nlines.'): LocatedDiagnostic => ({
    kind: 'bad-id',
    file,
    line,
    column,
    message,
    hint: 'Correct it.',
  });
  const diagnostics = sortDiagnostics([at('b', 1, 1), at('a', 10, 1), at('a', 9, 2), at('a', 9, 2), at('a', 9, 1, 'Other.')]);
  assert.deepEqual(report(diagnostics, 'content').split('\n'), [
    'content/a:9:1  bad-id  Other.  Correct it.',
    'content/a:9:2  bad-id  Two lines.  Correct it.',
    'content/a:10:1  bad-id  Two lines.  Correct it.',
    'content/b:1:1  bad-id  Two lines.  Correct it.',
  ]);
});
