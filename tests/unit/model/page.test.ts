import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '../../../src/content/read-content.ts';
import type { PageEntry } from '../../../src/model/entry.ts';
import { parsePage } from '../../../src/model/parse-page.ts';

const FRONT = '---\ntitle: T\nsummary: S\nreviewed: 2026-11-23\n---\n';
const pageOf = (body: string) => parsePage(readEntry('en/concepts/page.mdx', Buffer.from(FRONT + body)).entry as PageEntry);

test('A page lists its sections, with their depth and line.', () => {
  const { sections } = pageOf('Opening.\n\n## First *one* [#one]\n\n### `Part` [#part]\n');
  assert.deepEqual(sections, [
    { id: 'one', title: 'First one', depth: 2, at: { line: 8, column: 1 } },
    { id: 'part', title: 'Part', depth: 3, at: { line: 10, column: 1 } },
  ]);
});

test('Links, citations and components have the section that contains them.', () => {
  const page = pageOf('[a](kb:a)\n\n## One [#one]\n\n[b](kb:b) [@c]\n\n- item [d](kb:d)\n\n<Tree id="e" />\n');
  assert.deepEqual(
    page.links.map(({ href, section }) => [href, section]),
    [
      ['kb:a', 'intro'],
      ['kb:b', 'one'],
      ['kb:d', 'one'],
    ],
  );
  assert.deepEqual(
    page.citations.map(({ key, section }) => [key, section]),
    [['c', 'one']],
  );
  assert.deepEqual(
    page.components.map(({ name, section }) => [name, section]),
    [['Tree', 'one']],
  );
});

test('The content of a note belongs to the section of its first reference, not to the section that it is written in.', () => {
  const page = pageOf('## One [#one]\n\nText.[^n]\n\n## Two [#two]\n\nAgain.[^n]\n\n[^n]: See [a](kb:a) and [@b].\n');
  assert.deepEqual(
    page.links.map(({ section }) => section),
    ['one'],
  );
  assert.deepEqual(
    page.citations.map(({ section }) => section),
    ['one'],
  );
});

test('A reference link counts where it is used; its error is at its definition.', () => {
  const { links } = pageOf('## One [#one]\n\n[a][there]\n\n## Two [#two]\n\n[there]: kb:a\n');
  assert.deepEqual(links, [{ section: 'one', at: { line: 12, column: 1 }, href: 'kb:a' }]);
});

test('A reference image is an image, and its definition is not a link.', () => {
  const { images, links } = pageOf('![A tomato][picture] <img src="/b.png" alt="B" />\n\n[picture]: /a.png\n');
  assert.deepEqual(images.map(({ url, alt }) => [url, alt]).sort(), [
    ['/a.png', 'A tomato'],
    ['/b.png', 'B'],
  ]);
  assert.deepEqual(links, []);
});

test('Comments and text in braces are not code; everything else in braces is.', () => {
  const { code } = pageOf('{/* a comment */}{" "}{"text"} {1 + 1} {name}\n\n<Tree id={id} {...rest} />\n');
  assert.deepEqual(
    code.map(({ text }) => text),
    ['{1 + 1}', '{name}', 'id={id}', '{...rest}'],
  );
});

test('A component has its attributes and its paragraphs.', () => {
  const [differs] = pageOf(
    '<Differs id="differs-a" points="A, B">\n\nThe article says *one* [@a].\n\nThe sources say two.\n\n</Differs>\n',
  ).components;
  assert.deepEqual({ ...differs?.attributes }, { id: 'differs-a', points: 'A, B' });
  assert.deepEqual(differs?.paragraphs, ['The article says one.', 'The sources say two.']);
});

test('Text that looks like a note, a citation or a link is listed with its position.', () => {
  const { unparsed } = pageOf('One\ntwo [^gone] [see @a] [b] (kb:b) [c][d] `[^code]` and [an aside].\n');
  assert.deepEqual(
    unparsed.map(({ text, at }) => [text, `${at.line}:${at.column}`]),
    [
      ['[^gone]', '7:5'],
      ['[see @a]', '7:13'],
      ['[b] (kb:b)', '7:22'],
      ['[c][d]', '7:33'],
    ],
  );
});

test('Broken MDX is an error at the line and column of the file, and gives no facts.', () => {
  const broken = (body: string) => {
    const { error, broken, sections } = pageOf(body);
    assert.ok(broken);
    assert.deepEqual(sections, []);
    return `${error?.at.line}:${error?.at.column}`;
  };
  assert.equal(broken('## One [#one]\n\n<Differs id="a">\n\nText.\n'), '8:1');
  assert.equal(broken('One {two\nthree\nfour.\n'), '6:5');
  assert.equal(broken('One {"{"} \\{ two {three\nfour.\n'), '6:18');
  assert.equal(broken('One\ntwo <b\n'), '7:5');
  assert.equal(broken('One\n\nif a <1 then\n'), '8:7');
});
