import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { bookOf, hasBook, volumesOf } from '../../../src/model/book.ts';
import { conceptMap } from '../../../src/views/concept-map.ts';
import { baseWith } from '../checks/overlay-fixture.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `page-${at + 1}`);

/** A base with many pages, each of which builds on the two before it. */
async function large(count: number, lines: number, more = ''): Promise<Awaited<ReturnType<typeof checkSource>>> {
  const ids = names(count);
  const page = (id: string, at: number): string =>
    `---\ntitle: ${id}\nsummary: S.\nreviewed: 2026-11-23\n---\n\nSee ${[ids[at - 1], ids[at - 2]].map((one) => (one ? `[it](kb:${one})` : 'nothing')).join(' and ')}.\n\n\`\`\`\n${`${'x'.repeat(99)}\n`.repeat(lines)}\`\`\`\n`;
  await using base = await baseWith({
    ...Object.fromEntries(ids.map((id, at) => [`en/concepts/${id}.mdx`, page(id, at)])),
    'site.yaml': `address: https://example.org\nlanguages: [en, ru]\ntitle: { en: T }\nsummary: { en: S }\nlicence: { spdx: MIT, name: MIT, url: "https://example.org/" }\njurisdictions: { us: { en: U }, eu: { en: E }, technical: { en: T } }\n${more}navigation:\n  - title: { en: All }\n    entries:\n${['is-a-tomato-a-fruit', 'fruit', 'vegetable', 'ordinary-meaning', ...ids].map((id) => `      - ${id}\n`).join('')}`,
  });
  return await checkSource(base.folder);
}

test('A book with too many pages for one is divided into volumes; the map of many concepts is a list.', async () => {
  const { site, diagnostics, warnings } = await large(330, 75);
  assert.deepEqual(diagnostics, []);
  const [locale] = site!.locales;
  const volumes = volumesOf(locale!, bookOf(locale!, { trees: 'T', vocabulary: 'V', sources: 'S' }));
  assert.equal(volumes.length, 2);
  const chapters = volumes.map(({ parts }) => parts.flatMap((part) => part.chapters.map(({ target }) => target.entry)));
  assert.deepEqual(chapters.flat().slice(4, 334), names(330));
  assert.equal(conceptMap(locale!, 'T', 'D'), undefined);
  assert.deepEqual(
    warnings.filter(({ kind }) => kind === 'too-large').map(({ message }) => message),
    ['The concept map is too large to be drawn, so its page has the list only.'],
  );
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
