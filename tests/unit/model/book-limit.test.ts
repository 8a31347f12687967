import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { hasBook } from '../../../src/model/book.ts';
import { conceptMap } from '../../../src/views/concept-map.ts';
import { baseWith } from '../checks/overlay-fixture.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `page-${at + 1}`);

/** A base with many pages, each of which builds on the two before it. */
async function large(count: number, words: number, more = ''): Promise<Awaited<ReturnType<typeof checkSource>>> {
  const ids = names(count);
  const page = (id: string, at: number): string =>
    `---\ntitle: ${id}\nsummary: S.\nreviewed: 2026-11-23\n---\n\nSee ${[ids[at - 1], ids[at - 2]].map((one) => (one ? `[it](kb:${one})` : 'nothing')).join(' and ')}.\n\n${'word '.repeat(words)}\n`;
  await using base = await baseWith({
    ...Object.fromEntries(ids.map((id, at) => [`en/concepts/${id}.mdx`, page(id, at)])),
    'site.yaml': `address: https://example.org\nlanguages: [en, ru]\ntitle: { en: T }\nsummary: { en: S }\nlicence: { spdx: MIT, name: MIT, url: "https://example.org/" }\njurisdictions: { us: { en: U }, eu: { en: E }, technical: { en: T } }\n${more}navigation:\n  - title: { en: All }\n    entries:\n${['is-a-tomato-a-fruit', 'fruit', 'vegetable', 'ordinary-meaning', ...ids].map((id) => `      - ${id}\n`).join('')}`,
  });
  return await checkSource(base.folder);
}

test('A site too large for one page has no book, and a warning says so; the map of many concepts is a list.', async () => {
  const { site, diagnostics, warnings } = await large(330, 1500);
  assert.deepEqual(diagnostics, []);
  assert.ok(!hasBook(site!));
  assert.equal(conceptMap(site!.locales[0]!, 'T', 'D'), undefined);
  assert.match(warnings.map(({ message }) => message).join('\n'), /\/print\/ and the PDF are left out/);
  assert.match(warnings.map(({ message }) => message).join('\n'), /concept map is too large to be drawn/);
});

test('A site can go without a book.', async () => {
  const { site, diagnostics, warnings } = await large(2, 10, 'book: none\n');
  assert.deepEqual(diagnostics, []);
  assert.ok(!hasBook(site!));
  assert.deepEqual(
    warnings.filter(({ kind }) => kind === 'too-large'),
    [],
  );
});
