import assert from 'node:assert/strict';
import { chmod, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { findBrowser } from '../../src/commands/lib/find-chromium.ts';
import { hashesOf, run, stateOf, temporaryFolder, tomato } from './building.ts';
import { spoken } from './pages.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const out = join(folder, 'out');

/** A drawing on a page: begins on line 12 of fruit.mdx, after the front matter and a blank line. */
const FENCE = `\`\`\`mermaid
flowchart LR
  accTitle: From flower to fruit
  accDescr: A flower becomes a fruit, and the fruit a vegetable.
  flower[Flower] --> fruit[Fruit]
  fruit --> vegetable[Vegetable]
  click vegetable "kb:vegetable.at-table"
\`\`\`

- A flower becomes a fruit.
`;
const PAGE = 'en/concepts/fruit.mdx';
const withFence = (fence: string) => (text: string) => text.replace('---\n\nA fruit,', `---\n\n${fence}\nA fruit,`);
const lineIn = async (base: string, text: string) =>
  (await readFile(join(base, PAGE), 'utf8')).split('\n').findIndex((line) => line.includes(text)) + 1;

before(async () => {
  await tomato(content, {
    [PAGE]: withFence(FENCE),
    'en/index.mdx': (text) => text.replace('## Where to begin', `${FENCE.replace('Flower]', 'Blossom]')}\n## Where to begin`),
  });
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(code, 0, output);
});

test('a drawing of each tree and fence is kept beside the content and shown in its page', async () => {
  const kept = await readdir(join(content, 'diagrams'));
  for (const name of [/^fruit-[0-9a-f]{4}\./, /^which-word-en\./, /^which-word-ru\./]) {
    const types = kept.filter((one) => name.test(one)).map((one) => one.split('.').at(-1));
    assert.deepEqual(types.sort(), ['json', 'svg'], `${name} in ${kept}`);
  }
  const html = await readFile(join(out, 'concepts/fruit/index.html'), 'utf8');
  const [figure = ''] = /<figure.*?<\/figure>/s.exec(html) ?? [];
  assert.match(figure, /<svg[^>]*>.*>Flower<.*<\/svg>/s);
  assert.match(figure, /<a href="\/concepts\/vegetable\/#at-table"[^>]*>(?:(?!<\/a>).)*>Vegetable</s, 'its node leads to its address');
  const heard = spoken(fromHtml(figure, { fragment: true })).map(({ text }) => text);
  assert.ok(
    heard.some((text) => /From flower to fruit\. A flower becomes a fruit, and the fruit a vegetable\./.test(text)),
    `a screen reader hears what it shows, not only ${heard}`,
  );
});

test('a fence on the front page is published with its drawing, there and in the whole base', async () => {
  for (const file of ['index.html', 'print/index.html']) {
    const html = await readFile(join(out, file), 'utf8');
    assert.match(html, /<figure class="diagram" id="[\w.]+".*?<svg[^>]*>.*>Blossom<.*<\/svg>/s, file);
    assert.doesNotMatch(html, /kb-diagram/);
  }
});

test('a build whose drawings are kept starts no browser; without them it does, and draws the same bytes', async () => {
  const witness = join(folder, 'started');
  const spy = join(folder, 'chromium');
  await writeFile(spy, `#!/bin/sh\necho "$@" >> ${witness}\nexec "${await findBrowser()}" "$@"\n`);
  await chmod(spy, 0o755);
  const cached = await run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'again'), CHROMIUM_PATH: spy });
  assert.equal(cached.code, 0, cached.output);
  await assert.rejects(readFile(witness), { code: 'ENOENT' });
  const drawings = join(content, 'diagrams');
  const first = await hashesOf(drawings);
  await rm(drawings, { recursive: true });
  const drawn = await run('draw', { CONTENT_DIR: content, CHROMIUM_PATH: spy });
  assert.equal(drawn.code, 0, drawn.output);
  assert.match(await readFile(witness, 'utf8'), /--headless/);
  assert.deepEqual(await hashesOf(drawings), first);
});

test('a drawing that is missing where no browser is to be had is a problem, and nothing is built', async () => {
  const bare = await tomato(join(folder, 'bare'), { [PAGE]: withFence(FENCE) });
  await rm(join(bare, 'diagrams'), { recursive: true, force: true });
  const good = await stateOf(out);
  const { code, output } = await run('build', { CONTENT_DIR: bare, OUT_DIR: out, NODE_OPTIONS: `--import=${WITHOUT_BROWSER}` });
  assert.equal(code, 1);
  const line = await lineIn(bare, '```mermaid');
  for (const place of [`${PAGE}:${line}`, 'en/decisions/which-word.yaml:1', 'ru/decisions/which-word.yaml:1']) {
    assert.match(output, new RegExp(`^${bare}/${place}:1 {2}undrawn-diagram {2}.*npm run draw`, 'm'));
  }
  assert.deepEqual(await stateOf(out), good);
});

test('a browser that does not start is said to be so, and nothing is built', async () => {
  const bare = await tomato(join(folder, 'wrong-browser'));
  await rm(join(bare, 'diagrams'), { recursive: true, force: true });
  const good = await stateOf(out);
  const { code, output } = await run('build', { CONTENT_DIR: bare, OUT_DIR: out, CHROMIUM_PATH: '/bin/false' });
  assert.equal(code, 1);
  assert.match(output, /CHROMIUM_PATH is "\/bin\/false", which does not start/);
  assert.deepEqual(await stateOf(out), good);
});

test('a fence that Mermaid cannot read is a problem at its line, and nothing is built', async () => {
  const broken = await tomato(join(folder, 'broken'), { [PAGE]: withFence(FENCE.replace('fruit --> vegetable[', 'fruit --> --> vegetable[')) });
  const good = await stateOf(out);
  const { code, output } = await run('build', { CONTENT_DIR: broken, OUT_DIR: out });
  assert.equal(code, 1);
  const line = await lineIn(broken, '--> -->');
  assert.match(output, new RegExp(`^${broken}/${PAGE}:${line}:1 {2}broken-mermaid {2}`, 'm'));
  assert.deepEqual(await stateOf(out), good);
});

/** Stands in for a machine without any browser: a module that makes `findBrowser` find none. */
const WITHOUT_BROWSER = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const source = 'export const findBrowser = async () => undefined; export const ensureBrowser = findBrowser; export const launchArguments = () => [];';
  registerHooks({ load: (url, context, next) => url.endsWith('/src/commands/browser.ts') ? { format: 'module', source, shortCircuit: true } : next(url, context) });
`)}`;
