import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSource } from '../../../src/checks/check-source.ts';
import { treeText } from '../../../src/commands/print-trees.ts';
import { stringsOf, type Strings } from '../../../src/i18n/index.ts';
import { readDrawing } from '../../../src/diagrams/cache.ts';
import type { Tree } from '../../../src/model/decision-tree.ts';
import { DRAWINGS, FONT_KEY, treeJob } from '../../../src/output/diagram-jobs.ts';
import { targetHighlight } from '../../../src/views/target-highlight.ts';
import { searchPages } from '../../../src/output/search-records.ts';
import { markdownPages } from '../../../src/views/markdown-pages.ts';
import { fixtures } from '../checks/overlay-fixture.ts';

const wordsOf = (lang: string): Strings => stringsOf(lang, ['en', 'ru']);

/** Returns the first group of every match. */
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found!);

for (const content of [`${fixtures}bases/ferry`, `${fixtures}bases/tomato`]) {
  const { site } = await checkSource(content);
  const versions = new Map(
    markdownPages(site!, 'https://x.example', wordsOf, { references: () => new Map(), changes: () => [] }).map(({ path, text }) => [path, text]),
  );

  /** Lists the nodes of a tree as each output has them; questions and outcomes apart where the output separates them. */
  const renderings = async (tree: Tree, lang: string): Promise<[name: string, ids: string[]][]> => {
    const { name, source } = treeJob(tree);
    const drawing = await readDrawing(`${content}/${DRAWINGS}`, name, source, FONT_KEY);
    const { records } = searchPages(site!, lang).find((page) => page.path === `decide/${tree.id}/`)!;
    const version = versions.get(`${lang === site!.locales[0]!.lang ? '' : `${lang}/`}decide/${tree.id}.md`)!;
    return [
      ['Mermaid source', all(source, /^click _(\S+) /gm)],
      ['drawing', drawing!.nodes.map(({ id }) => id)],
      ['highlights', all(targetHighlight(tree), /data-node="([^"]+)"/g)],
      ['search', records.slice(1).map(({ id }) => id)],
      ['Markdown version', all(version, /^### \[.*#([a-z0-9-]+)\)$/gm)],
      ['npm run trees', all(treeText(tree), /^ +(?:\d+\.|\d+ paths {2}\w+ *) ([a-z0-9-]+): /gm)],
    ];
  };

  for (const { lang, trees } of site!.locales) {
    for (const tree of [...trees.values()].filter((one) => one.lang === lang)) {
      test(`All outputs of the tree ${tree.id} (${lang}) have its nodes in one order.`, async () => {
        const [questions, outcomes] = [tree.questions, tree.outcomes].map((nodes) => nodes.map(({ id }) => id)) as [string[], string[]];
        for (const [name, ids] of await renderings(tree, lang)) {
          const [asked, ended] = [questions, outcomes].map((part) => ids.filter((id) => part.includes(id)));
          assert.deepEqual([asked, ended], [questions, outcomes], name);
          assert.equal(ids.length, tree.nodes.length, name);
        }
      });

      test(`In the tree ${tree.id} (${lang}) every answer leads to a later node, and its line leads down.`, async () => {
        const { name, source } = treeJob(tree);
        const { nodes } = (await readDrawing(`${content}/${DRAWINGS}`, name, source, FONT_KEY))!;
        const heights = new Map(nodes.map(({ id, y }) => [id, y]));
        for (const question of tree.questions) {
          for (const { target } of question.answers) {
            assert.ok(tree.nodes.indexOf(target) > tree.nodes.indexOf(question), `${question.id} → ${target.id}`);
            assert.ok(heights.get(target.id)! > heights.get(question.id)!, `${question.id} → ${target.id}`);
          }
        }
      });
    }
  }
}
