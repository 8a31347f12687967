import assert from 'node:assert/strict';
import { test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { mayAutolink, withoutLiteralAutolinks } from '../../../src/markdown/literal-autolinks.ts';
import { parseBody, remarkPlugins } from '../../../src/markdown/processor.ts';
import { unravel } from '../../../src/markdown/unravel.ts';
import { nodesIn } from '../../../src/markdown/nodes-in.ts';
import { random } from '../../random.ts';

const whole = unified().use(remarkParse).use(remarkMdx).use(unravel).use(remarkPlugins).freeze();

/** Parses a body with every construct of remark-gfm. */
function parseWhole(body: string): unknown {
  const file = new VFile({ value: body, path: 'page.mdx' });
  return whole.runSync(whole.parse(file), file);
}

const AUTOLINKS = [
  'See www.example.com for more.',
  'See WWW.example.com for more.',
  'See https://example.com/a_b, please.',
  'See HTTP://example.com.',
  'Write to a.b+c@example.com.',
  'Write to a_@example.com.',
  'See http\\://example.com.',
  'See www\\.example.com.',
  'Write to a&#64;example.com.',
  'Write to a&commat;example.com.',
  'See &#119;ww.example.com.',
];

test('A URL or an email address without brackets is a link, also with an escape or a character reference.', () => {
  for (const body of AUTOLINKS) {
    assert.ok(mayAutolink(body), body);
    assert.deepEqual(parseBody(body, 'page.mdx'), parseWhole(body), body);
  }
  const linked = AUTOLINKS.filter((body) => nodesIn(parseBody(body, 'page.mdx')).some(({ type }) => type === 'link'));
  assert.ok(linked.length >= 6, linked.join('\n'));
});

test('Without literal autolinks no construct begins with a letter, and the rest of GFM stays.', () => {
  const parser = unified().use(remarkParse).use(remarkGfm).use(withoutLiteralAutolinks).freeze();
  const texts = (parser.data('micromarkExtensions') ?? []).map(({ text }) => text ?? {});
  assert.deepEqual(
    texts.flatMap((text) => [text['h'.charCodeAt(0)] ?? []].flat()),
    [],
  );
  const types = nodesIn(parser.parse(`${AUTOLINKS.join(' ')} ~~old~~`)).map(({ type }) => type);
  assert.ok(!types.includes('link') && types.includes('delete'), types.join());
});

test('A body that can have no such link is parsed as with every construct of remark-gfm.', () => {
  const words = ['Two words', 'a', 'w', 'ww', 'www', '.', ':', '/', '//', 'http', 'https', 'example.com', ' @', '"', '‘', ' '];
  const inline = ['[@key, p. 1]', '[^1]', '[text](kb:a)', '_', '**', '`code`', '~~', '|', '<b>', '</b>', '{1}'];
  const blocks = ['\n| a | b |\n| - | - |\n| c | d |\n', '\n\n', '\n', '- ', '> ', '[ ]', '\n[^1]: Note.\n'];
  const pieces = [words, inline, blocks].flat();
  const below = random(7);
  let compared = 0;
  for (let at = 0; at < 3000; at += 1) {
    const body = Array.from({ length: 1 + below(12) }, () => pieces[below(pieces.length)]).join('');
    if (mayAutolink(body)) continue;
    compared += 1;
    assert.deepEqual(
      outcome(() => parseBody(body, 'page.mdx')),
      outcome(() => parseWhole(body)),
      body,
    );
  }
  assert.ok(compared > 1000, String(compared));
});

/** Returns a tree or the message of an error. */
function outcome(parse: () => unknown): unknown {
  try {
    return parse();
  } catch (error) {
    return (error as Error).message;
  }
}
