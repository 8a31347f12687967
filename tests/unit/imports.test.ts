import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname, join as joinPosix, normalize } from 'node:path/posix';
import { test } from 'node:test';

/** The level of each folder of src, as in the map of the README, and the folders from which it may import. All are of a lower level. */
const folders: Record<string, { level: number; from: readonly string[] }> = {
  schema: { level: 1, from: [] },
  fonts: { level: 1, from: [] },
  cache: { level: 1, from: [] },
  i18n: { level: 1, from: [] },
  search: { level: 1, from: [] },
  markdown: { level: 2, from: ['schema', 'i18n'] },
  diagrams: { level: 2, from: [] },
  styles: { level: 2, from: ['fonts'] },
  head: { level: 3, from: ['i18n', 'fonts', 'styles'] },
  model: { level: 3, from: ['schema', 'i18n', 'markdown'] },
  client: { level: 3, from: ['search', 'i18n', 'styles'] },
  hosting: { level: 4, from: ['head'] },
  permalinks: { level: 4, from: ['schema', 'markdown', 'model'] },
  cards: { level: 4, from: ['schema', 'markdown', 'model'] },
  content: { level: 5, from: ['cache', 'schema', 'markdown', 'model', 'permalinks'] },
  views: { level: 5, from: ['schema', 'i18n', 'markdown', 'model', 'permalinks', 'cards'] },
  output: {
    level: 6,
    from: ['cache', 'schema', 'i18n', 'markdown', 'diagrams', 'model', 'search', 'cards', 'permalinks', 'content', 'views', 'hosting'],
  },
  'load-model.ts': { level: 6, from: ['schema', 'i18n', 'model', 'permalinks', 'content'] },
  checks: { level: 7, from: ['schema', 'i18n', 'markdown', 'diagrams', 'head', 'model', 'permalinks', 'content', 'views', 'output'] },
  'load-diagrams.ts': { level: 7, from: ['diagrams', 'model', 'output'] },
  components: {
    level: 8,
    from: ['schema', 'i18n', 'markdown', 'model', 'cards', 'client', 'styles', 'views', 'output', 'load-model.ts', 'load-diagrams.ts'],
  },
  layouts: { level: 9, from: ['i18n', 'head', 'model', 'client', 'views', 'checks', 'load-model.ts', 'components'] },
  pages: {
    level: 10,
    from: ['schema', 'i18n', 'model', 'styles', 'client', 'views', 'output', 'load-model.ts', 'load-diagrams.ts', 'components', 'layouts'],
  },
  commands: {
    level: 11,
    from: [
      'cache',
      'schema',
      'i18n',
      'markdown',
      'diagrams',
      'model',
      'search',
      'cards',
      'permalinks',
      'content',
      'views',
      'output',
      'hosting',
      'checks',
      'fonts',
      'components',
    ],
  },
};

/** Lists the imports of a file that stay inside src, as paths under src. */
function importsOf(file: string, text: string): string[] {
  const found = [...text.matchAll(/(?:^|[\s;])(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\s*\(?\s*['"](\.[^'"]+)['"]/g)];
  return found.map(([, from, bare]) => normalize(joinPosix(dirname(file), (from ?? bare)!)));
}

const folderOf = (path: string): string => path.split('/')[0]!;

/** Lists the imports that go the wrong way, each with both files and the rule. */
function violations(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const own = folderOf(file);
    const allowed = folders[own]?.from;
    if (!allowed) return [`src/${file} is in no folder of this test`];
    return importsOf(file, text)
      .filter((path) => folderOf(path) !== own && !allowed.includes(folderOf(path)))
      .map((path) => `src/${file} imports src/${path}: ${own} may import ${allowed.join(', ') || 'nothing else'}`);
  });
}

/** Lists the files that import themselves through others, imports of types included. */
function filesInCircles(files: ReadonlyMap<string, string>): string[] {
  const imports = new Map([...files].map(([file, text]) => [file, importsOf(file, text)]));
  return [...files.keys()].filter((file) => {
    const reached = new Set<string>();
    const next = [...imports.get(file)!];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (reached.has(one)) continue;
      reached.add(one);
      next.push(...(imports.get(one) ?? []));
    }
    return reached.has(file);
  });
}

async function sourceFiles(): Promise<Map<string, string>> {
  const names = (await readdir('src', { recursive: true })).filter((name) => /\.(?:ts|astro)$/.test(name) && !name.endsWith('.d.ts'));
  const read = async (name: string): Promise<[string, string]> => [name.replaceAll('\\', '/'), await readFile(join('src', name), 'utf8')];
  return new Map(await Promise.all(names.map(read)));
}

test('Imports go one way, from schema to pages.', async () => {
  const files = await sourceFiles();
  assert.ok(files.size > 80);
  assert.deepEqual(violations(files), []);
});

test('Every folder imports from folders of a lower level only, and the map of the README shows the same levels.', async () => {
  for (const [name, { level, from }] of Object.entries(folders))
    for (const other of from) assert.ok(folders[other]!.level < level, `${name} (${level}) may import ${other} (${folders[other]!.level})`);
  const map = [...(await readFile('README.md', 'utf8')).matchAll(/^ {6}((?:[\w.-]+\/? )+) +(\d+) {2}/gm)];
  const shown = map.flatMap(([, names, level]) =>
    names!.split(' ').flatMap((name) => (name ? [[name.replace('/', ''), Number(level)] as const] : [])),
  );
  assert.deepEqual(
    Object.fromEntries(shown.sort()),
    Object.fromEntries(
      Object.entries(folders)
        .map(([name, { level }]) => [name, level] as const)
        .sort(),
    ),
  );
});

test('No files import each other in a circle, types included.', async () => {
  assert.deepEqual(filesInCircles(await sourceFiles()), []);
});

test('A view reads no file and starts no process.', async () => {
  for (const [file, text] of await sourceFiles())
    if (folderOf(file) === 'views') assert.doesNotMatch(text, /from '(?:node:|playwright|esbuild)/, file);
});

/** Lists the packages that a file loads when it is loaded, directly or through other files. Neither `import type` nor a call of `import` counts. */
function packagesLoadedBy(start: string, files: ReadonlyMap<string, string>): Set<string> {
  const packages = new Set<string>();
  const reached = new Set<string>();
  const next = [start];
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const [, path] of files.get(file)!.matchAll(/^(?:import|export) (?!type )(?:[^'";]*from )?'([^']+)'/gm)) {
      if (path!.startsWith('.')) next.push(normalize(joinPosix(dirname(file), path!)));
      else packages.add(path!);
    }
  }
  return packages;
}

test('Threads and the start of a build load no package that they do not need and that takes long to load.', async () => {
  const files = await sourceFiles();
  const slow = ['astro', 'astro/zod', 'astro/config', 'svgo', 'playwright', '@citation-js/core', '@citation-js/plugin-csl'];
  const workers = [...files.keys()].filter((file) => file.endsWith('-worker.ts') && folderOf(file) !== 'client');
  assert.ok(workers.length >= 4);
  const found = (start: string): string[] => slow.filter((name) => packagesLoadedBy(start, files).has(name));
  assert.deepEqual(Object.fromEntries(workers.map((worker) => [worker, found(worker)])), Object.fromEntries(workers.map((worker) => [worker, []])));
  // The content is validated at the start.
  assert.deepEqual(found('commands/build-site.ts'), ['astro/zod']);
  assert.deepEqual(
    [...packagesLoadedBy('commands/build.ts', files)].filter((name) => !name.startsWith('node:')),
    [],
  );
});

test('A package that is loaded through other files is found, one only for types or later is not.', () => {
  const files = new Map([
    ['a.ts', "import type { T } from 'types';\nimport {\n  b,\n} from './b.ts';\nconst late = () => import('svgo');"],
    ['b.ts', "export { c } from 'c';\nimport 'd';\nimport './a.ts';"],
  ]);
  assert.deepEqual([...packagesLoadedBy('a.ts', files)], ['c', 'd']);
});

test('An import against the order is reported with both files and the rule.', () => {
  const files = new Map([
    ['model/page.ts', "import { x } from '../components/Tree.astro';"],
    ['client/box.ts', "const y = await import('../model/page.ts');"],
  ]);
  assert.deepEqual(violations(files), [
    'src/model/page.ts imports src/components/Tree.astro: model may import schema, i18n, markdown',
    'src/client/box.ts imports src/model/page.ts: client may import search, i18n, styles',
  ]);
});

test('A circle is found, also one of types, and a file that only leads to it is not in it.', () => {
  const files = new Map([
    ['model/a.ts', "import type { B } from './b.ts';"],
    ['model/b.ts', "import { c } from './c.ts';"],
    ['model/c.ts', "export { a } from './a.ts';"],
    ['model/d.ts', "import { a } from './a.ts';"],
  ]);
  assert.deepEqual(filesInCircles(files), ['model/a.ts', 'model/b.ts', 'model/c.ts']);
});

test('The picture in docs/architecture.md shows these rules, without those that follow from others.', async () => {
  const above = (name: string): Set<string> => new Set(folders[name]!.from.flatMap((other) => [other, ...above(other)]));
  const expected = Object.entries(folders).flatMap(([name, { from }]) =>
    from.filter((other) => !from.some((between) => above(between).has(other))).map((other) => `${name} --> ${other}`),
  );
  const shown = [...(await readFile('docs/architecture.md', 'utf8')).matchAll(/^ {2}([\w.-]+ --> [\w.-]+)$/gm)].map(([, edge]) => edge!);
  assert.deepEqual(shown.sort(), expected.sort(), 'correct the Mermaid text there, then run npm run draw:docs');
});
