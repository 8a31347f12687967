import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { attributesOf, refuseCode } from '../../../src/markdown/allowed-html.ts';

/** Returns the reason why a page is not rendered; empty if it is. */
function refusal(text: string): string {
  const file = new VFile({ value: text });
  const processor = unified().use(remarkParse).use(remarkMdx).use(refuseCode);
  try {
    processor.runSync(processor.parse(file), file);
    return '';
  } catch (error) {
    return (error as { reason: string }).reason;
  }
}

test('A page of text, components and plain HTML is accepted.', () => {
  assert.equal(
    refusal(
      '# A\n\n<span lang="ru" title="x">слово</span> {"a literal"} {/* a comment */}\n\n<ol start="3" reversed><li value="2">a</li></ol>\n\n<Tree id="a" />\n\n<Differs id="b" points="A">\n\nc\n\n</Differs>\n\n<>d</>\n',
    ),
    '',
  );
});

const REFUSED: Record<string, string> = {
  'an import': 'import { writeFileSync } from "node:fs"\n',
  'an export': 'export const x = process.exit()\n',
  'an expression': 'a {process.exit()} b\n',
  'an expression of its own': '{process.exit()}\n',
  'an expression in an attribute': '<span title={process.exit()}>a</span>\n',
  'attributes spread': '<span {...process.env}>a</span>\n',
  'HTML in an attribute of Astro': '<div set:html="<script>x()</script>">a</div>\n',
  'text in an attribute of Astro': '<div set:text="x">a</div>\n',
  'an island': '<Tree id="a" client:load />\n',
  'a deferred component': '<Tree id="a" server:defer />\n',
  'a component of nobody': '<Evil />\n',
  'a member': '<a.b />\n',
  'a script': '<script src="x.js"></script>\n',
  'a style': '<span style="color: red">a</span>\n',
  'a class of the site': '<span class="masthead">a</span>\n',
  'a handler': '<span onclick="x()">a</span>\n',
  'a handler in a component': '<Differs id="a" onclick="x()">a</Differs>\n',
  'another page’s path': '<Tree id="a" page="en/index.mdx" />\n',
  'a name of JavaScript’s own': '<span constructor="x" __proto__="y">a</span>\n',
  'a bad value': '<span dir="sideways">a</span>\n',
};
for (const [name, text] of Object.entries(REFUSED)) test(`${name} is refused before its HTML is rendered`, () => assert.notEqual(refusal(text), ''));

test('The hint lists the allowed attributes.', () => {
  assert.deepEqual(attributesOf('time'), ['datetime', 'dir', 'id', 'lang', 'title']);
  assert.deepEqual(attributesOf('Tree'), ['id']);
  assert.deepEqual(attributesOf('constructor'), ['dir', 'id', 'lang', 'title']);
});
