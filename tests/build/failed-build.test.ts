import assert from 'node:assert/strict';
import { cp, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { builtSite } from '../sites.ts';
import { root, run, small, stateOf, temporaryFolder, tomato } from './base-copies.ts';

const folder = temporaryFolder();
const out = join(folder, 'site/out');
let good: Record<string, string>;

before(async () => {
  await cp(await builtSite('ferry'), out, { recursive: true, preserveTimestamps: true });
  good = await stateOf(out);
  assert.ok(good['index.html'] && good['search-index/index.json'], 'there is an output to lose');
});

/** The old output is unchanged, in bytes and times, and no other file is beside it. */
async function assertUntouched(): Promise<void> {
  assert.deepEqual(await stateOf(out), good);
  assert.deepEqual(await readdir(dirname(out)), ['out']);
}

/** Parses the places and kinds of the errors in the lines `<content>/file:line:column  kind  message  hint`. */
function placesIn(output: string, content: string): string[] {
  const lines = output.split('\n').filter((line) => line.startsWith(content) && !line.includes('  warning: '));
  return lines.map((line) => {
    const [place = '', kind, what, remedy] = line.slice(content.length + 1).split('  ');
    assert.ok(what && remedy, `the line says what is wrong and what would have been right: ${line}`);
    return `${place}  ${kind}`;
  });
}

/** Returns `file:line:column` of a text that occurs once in a file. */
async function placeOf(content: string, file: string, text: string): Promise<string> {
  const [before, ...rest] = (await readFile(join(content, file), 'utf8')).split(text);
  assert.equal(rest.length, 1, `“${text}” occurs once in ${file}`);
  const lines = before!.split('\n');
  return `${file}:${lines.length}:${lines.at(-1)!.length + 1}`;
}

test('A build of content with errors in several files reports all of them, and leaves the old output unchanged', async () => {
  const content = await tomato(join(folder, 'several'), {
    'en/concepts/fruit.mdx': (text) => text.replace('./vegetable.mdx#', './vegetables.mdx#'),
    'en/concepts/vegetable.mdx': (text) => text.replace('[@tariff-act-1883]', '[@tariff-act-1884]'),
    'en/decisions/which-word.yaml': (text) => text.replace('why: A proved', 'wyh: A proved'),
    'ru/concepts/vegetable.mdx': (text) => text.replace('[^peas] ', '[^beans][^peas] '),
    'sources/nix-v-hedden.yaml': (text) => text.replace('jurisdiction: us', 'jurisdiction: us\n  - : ]'),
  });
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(code, 1);
  const found = placesIn(output, content);
  assert.deepEqual(found.slice(0, 4), [
    `${await placeOf(content, 'en/concepts/fruit.mdx', '[how the table decides]')}  dead-link`,
    `${await placeOf(content, 'en/concepts/vegetable.mdx', '[@tariff-act-1884]')}  unknown-source`,
    `${await placeOf(content, 'en/decisions/which-word.yaml', 'wyh: A proved')}  unknown-field`,
    `${await placeOf(content, 'ru/concepts/vegetable.mdx', '[^beans]')}  undefined-note`,
  ]);
  for (const one of found.slice(4)) assert.match(one, /^sources\/nix-v-hedden\.yaml:\d+:\d+ {2}broken-yaml$/);
  assert.ok(found.length > 4);
  assert.match(output, /^\d+ problems in 5 of \d+ files\. Nothing was built\.$/m);
  await assertUntouched();
});

/** A module that lowers the limit of a page: a page above the real limit takes a minute to build. */
const LOW_LIMIT = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load: (url, context, next) => {
    const loaded = next(url, context);
    return url.endsWith('/src/checks/read-page.ts') ? { ...loaded, source: String(loaded.source).replace('4_000_000', '1_000') } : loaded;
  } });
`)}`;

test('A build with an error in a built page reports the page, and leaves the old output unchanged', async () => {
  const content = await small(join(folder, 'late'));
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out, NODE_OPTIONS: `--import=${LOW_LIMIT}` });
  assert.equal(code, 1);
  assert.match(output, /^concepts\/rose\/index\.html {2}oversized-page {2}/m);
  await assertUntouched();
});

test('A killed build leaves the old output unchanged, and the next build succeeds', async () => {
  const content = await small(join(folder, 'killed'), { 'en/concepts/rose.mdx': (text) => `${text}\nOne more paragraph.\n` });
  const end = new AbortController();
  const killed = run('build', { CONTENT_DIR: content, OUT_DIR: out }, end.signal);
  const lock = join(root, '.astro/build.lock');
  while (!(await readFile(lock, 'utf8').catch(() => '')).includes(JSON.stringify(`the build into ${out}`))) await setTimeout(20);
  end.abort();
  assert.equal((await killed).code, null, 'it was still building');
  assert.deepEqual(await stateOf(out), good);
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: out });
  assert.equal(code, 0, output);
  assert.match(await readFile(join(out, 'concepts/rose/index.html'), 'utf8'), /One more paragraph/);
  assert.deepEqual(await readdir(dirname(out)), ['out']);
});
