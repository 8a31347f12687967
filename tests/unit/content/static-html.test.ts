import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withReferences } from '../../../src/content/static-html.ts';

/** Runs the code of a page as the bundle does, and returns the properties that it gives to its elements. */
const run = (code: string): Record<string, unknown>[] => {
  const made: Record<string, unknown>[] = [];
  new Function('_jsx', code)((_: unknown, properties: Record<string, unknown>) => void made.push(properties));
  return made;
};

const jsx = (text: string): string => `_jsx("p", {\n  id: "a",\n  "set:html": ${JSON.stringify(text)}\n});`;

test('The code of a page refers to its static HTML, and renders the same.', () => {
  const texts = ['<b title="x">One</b>', 'A \\ backslash, a \\" and a "quotation"', '', '«Слова» \u2028 </script>'];
  const code = texts.map(jsx).join('\n');
  const without = withReferences(code, 'en/concepts/page.mdx');
  assert.deepEqual(run(without), run(code));
  assert.deepEqual(
    run(without).map(({ 'set:html': html }) => html),
    texts,
  );
  assert.doesNotMatch(without, /One|quotation|Слова/);
});

test('Each page has its own texts, and a new text of a page replaces the former one.', () => {
  const first = withReferences(jsx('one'), 'a.mdx');
  withReferences(jsx('two'), 'b.mdx');
  assert.equal(run(first)[0]!['set:html'], 'one');
  withReferences(jsx('three'), 'a.mdx');
  assert.equal(run(first)[0]!['set:html'], 'three');
});

test('Words of a page that look like such code stay words.', () => {
  const code = jsx('Write "set:html": "x".');
  assert.equal(run(withReferences(code, 'a.mdx'))[0]!['set:html'], 'Write "set:html": "x".');
  const attribute = '_jsx("p", {\n  title: "\\"set:html\\": \\"x\\""\n});';
  assert.deepEqual(run(withReferences(attribute, 'a.mdx')), run(attribute));
});
