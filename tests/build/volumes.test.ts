/** The book of a site that is too large for one page. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { filesOf, run, small, temporaryFolder } from './base-copies.ts';

const folder = temporaryFolder();
const out = join(folder, 'site');
const ids = Array.from({ length: 8 }, (_, at) => `long-${at + 1}`);
const read = (file: string): Promise<string> => readFile(join(out, file), 'utf8');

before(async () => {
  const page = (id: string, at: number): string =>
    `---\ntitle: ${id}\nsummary: S.\nreviewed: 2026-11-23\n---\n\nSee [the first](kb:long-1) and [the next](kb:${ids[(at + 1) % 8]}). [#1]\n\n\`\`\`\n${`${'x'.repeat(99)}\n`.repeat(2800)}\`\`\`\n\n[#2]\n`;
  const content = await small(join(folder, 'content'), {
    ...Object.fromEntries(ids.map((id, at) => [`en/concepts/${id}.mdx`, page(id, at)])),
    'site.yaml': (text) => text.replace('entries: [rose, vase]', `entries: [rose, vase, ${ids.join(', ')}]`),
  });
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(code, 0, output);
  assert.doesNotMatch(output, /too-large/);
});

test('The page of the book lists the volumes with their chapters.', async () => {
  assert.deepEqual(
    (await filesOf(out)).filter((file) => /^print\/.*html$/.test(file)),
    ['print/1/index.html', 'print/2/index.html', 'print/index.html'],
  );
  const html = await read('print/index.html');
  for (const link of ['/print/1/', '/print/1/#rose', '/print/1/#long-7', '/print/2/#long-8', '/print/2/#which'])
    assert.ok(html.includes(`href="${link}"`), link);
  assert.ok(html.length < 100_000);
});

test('In a volume, a link to its own chapters stays inside, and a link to another volume leads to the page.', async () => {
  const [first, second] = await Promise.all([read('print/1/index.html'), read('print/2/index.html')]);
  assert.match(first, /See <a href="#long-1"[^>]*>the first<\/a>/);
  assert.match(first, /<a href="\/concepts\/long-8\/"[^>]*>the next<\/a>/);
  assert.match(second, /See <a href="\/concepts\/long-1\/"[^>]*>the first<\/a>/);
  assert.match(second, /<h1>A Rose in a Vase, Volume 2<\/h1>/);
  assert.match(second, /<span class="number">1\.10[^<]*<\/span>\s*long-8/);
});
