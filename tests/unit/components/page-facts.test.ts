import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageFacts } from '../../../src/components/page-facts.ts';
import { loadContent } from '../../../src/content/load-content.ts';
import { shareContent } from '../../../src/content/shared-content.ts';
import { baseWith } from '../checks/overlay-fixture.ts';

const CHANGED = 'en/concepts/fruit.mdx';

/** Returns the facts of every page of a content folder. */
async function factsIn(folder: string): Promise<Map<string, string>> {
  const content = await loadContent(folder, '/');
  shareContent(content);
  const { locales } = content.site;
  const facts = new Map<string, string>();
  for (const locale of locales)
    for (const page of locale.pages.values()) facts.set(`${locale.lang} ${page.file}`, JSON.stringify(await pageFacts(locales, locale, page)));
  return facts;
}

/** Lists the pages whose facts differ after a change of the text of a page. */
async function changedBy(edit: (text: string) => string): Promise<string[]> {
  await using base = await baseWith({});
  const before = await factsIn(base.folder);
  const file = join(base.folder, CHANGED);
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  const after = await factsIn(base.folder);
  shareContent(undefined);
  return [...after].flatMap(([name, facts]) => (before.get(name) === facts ? [] : [name]));
}

test('A new line of a page changes the facts of no other page.', async () => {
  const changed = await changedBy((text) => text.replace('\n## ', '\nA new paragraph.\n\n## '));
  assert.deepEqual(changed, [`en ${CHANGED}`, `ru ${CHANGED}`]);
});

test('A new title changes the facts of all pages, because they may show it.', async () => {
  const changed = await changedBy((text) => text.replace(/^title: .*$/m, 'title: Another'));
  assert.ok(changed.length > 5 && changed.some((name) => !name.endsWith(CHANGED)), changed.join(', '));
});
