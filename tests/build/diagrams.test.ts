import assert from 'node:assert/strict';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { builtSite } from '../sites.ts';
import { hashesOf, root, run, small, temporaryFolder } from './base-copies.ts';
import { spoken } from './pages.ts';

const folder = temporaryFolder();

/** A drawing on a page. */
const FENCE = `\`\`\`mermaid
flowchart LR
  accTitle: From flower to vase
  accDescr: A rose is cut and put into a vase.
  rose[Rose] --> cut[Cut]
  cut --> vase[Vase]
  click vase "kb:vase.water"
\`\`\`

- A rose is cut.
- It is put into a vase.
`;
const PAGE = 'en/concepts/rose.mdx';
const withFence = (fence: string) => (text: string) => text.replace('---\n\nA rose', `---\n\n${fence}\nA rose`);
const lineIn = async (base: string, text: string) =>
  (await readFile(join(base, PAGE), 'utf8')).split('\n').findIndex((line) => line.includes(text)) + 1;

test('The drawing of each tree and fence is stored in the content folder and shown on its page', async () => {
  const kept = await readdir(join(root, 'tests/fixtures/bases/ferry/diagrams'));
  for (const name of [/^tide-[0-9a-f]{4}\./, /^may-cross-en\./, /^may-cross-ru\./]) {
    const types = kept.filter((one) => name.test(one)).map((one) => one.split('.').at(-1));
    assert.deepEqual(types.sort(), ['json', 'svg'], `${name} in ${kept}`);
  }
  const html = await readFile(join(await builtSite('ferry'), 'concepts/tide/index.html'), 'utf8');
  const [figure = ''] = /<figure.*?<\/figure>/s.exec(html) ?? [];
  assert.match(figure, /<svg[^>]*>.*>Tide\?<.*<\/svg>/s);
  assert.match(figure, /<a href="\/kb\/concepts\/crossing\/"[^>]*>(?:(?!<\/a>).)*>Floats</s, 'its node leads to its address');
  const messages = spoken(fromHtml(figure, { fragment: true })).map(({ text }) => text);
  assert.ok(
    messages.some((text) => /Tide and draught\. On the flood every ferry floats\./.test(text)),
    `screen readers announce the description, but the messages are ${messages}`,
  );
});

test('A fence on the front page is published with its drawing, there and in the book', async () => {
  for (const file of ['index.html', 'print/index.html']) {
    const html = await readFile(join(await builtSite('ferry'), file), 'utf8');
    assert.match(html, /<figure class="diagram" id="[\w.]+".*?<svg[^>]*>.*>Landing stage<.*<\/svg>/s, file);
    assert.doesNotMatch(html, /kb-diagram/);
  }
});

test('A missing drawing is drawn and an unused one removed; the others stay, and a build with stored drawings starts no browser', async () => {
  const content = await small(join(folder, 'content'), { [PAGE]: withFence(FENCE), 'diagrams/unused-en.0123456789.svg': '<svg/>' });
  const drawings = join(content, 'diagrams');
  const { code, output } = await run('draw', { CONTENT_DIR: content });
  assert.equal(code, 0, output);
  const before = await hashesOf(drawings);
  for (const name of ['rose-', 'which-en.', 'map-en.']) assert.equal(Object.keys(before).filter((file) => file.startsWith(name)).length, 2, name);
  assert.equal(Object.keys(before).length, 6, output);
  const built = await run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'built'), CHROMIUM_PATH: '/bin/false' });
  assert.equal(built.code, 0, built.output);
  assert.deepEqual(await hashesOf(drawings), before);
});

test('A missing drawing without a browser is an error, and nothing is built', async () => {
  const bare = await small(join(folder, 'bare'), { [PAGE]: withFence(FENCE) });
  const out = join(folder, 'not-built');
  await rm(join(bare, 'diagrams'), { recursive: true, force: true });
  const { code, output } = await run('build', { CONTENT_DIR: bare, OUT_DIR: out, NODE_OPTIONS: `--import=${WITHOUT_BROWSER}` });
  assert.equal(code, 1);
  const line = await lineIn(bare, '```mermaid');
  for (const place of [`${PAGE}:${line}`, 'en/decisions/which.yaml:1']) {
    assert.match(output, new RegExp(`^${bare}/${place}:1 {2}undrawn-diagram {2}.*npm run draw`, 'm'));
  }
  await assert.rejects(stat(out), { code: 'ENOENT' });
});

/** Simulates a machine without a browser: a module that makes `findBrowser` return none. */
const WITHOUT_BROWSER = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const source = 'export const findBrowser = async () => undefined; export const ensureBrowser = findBrowser; export const launchArguments = () => [];';
  registerHooks({ load: (url, context, next) => url.endsWith('/src/commands/environment/find-chromium.ts') ? { format: 'module', source, shortCircuit: true } : next(url, context) });
`)}`;
