import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

/** Commands of `src` that only a developer runs: what they alone import is a development dependency. */
const FOR_DEVELOPERS = /^src\/commands\/(?:bench|fonts|screenshots|lib\/(?:pagefind-baseline|synthetic))/;

/** Packages whose types alone are imported, by the name in the import. */
const typesOf = (name: string): string => (['hast', 'mdast', 'unist'].includes(name) ? `@types/${name}` : name);

/** Lists the packages that a file imports, and whether it needs them when it runs. */
function importsOf(text: string): { name: string; runs: boolean }[] {
  const statements = text.matchAll(/^[ \t]*(?:import|export)\b(?<type> type\b)?[^;'"]*?from '(?<from>[^']+)'|\bimport\(?\s*'(?<bare>[\w@.][^']*)'/gm);
  return [...statements].flatMap(({ groups }) => {
    const path = groups!.from ?? groups!.bare!;
    if (/^[./]|^(?:node|astro|virtual):/.test(path) || isBuiltin(path)) return [];
    const name = path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/');
    return [{ name: typesOf(name), runs: !groups!.type && name === typesOf(name) }];
  });
}

async function filesOf(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => /\.(?:ts|mjs|astro)$/.test(file) && !file.startsWith('fixtures'))
    .map((file) => join(folder, file).replaceAll('\\', '/'));
}

const imports = await Promise.all(
  [...(await filesOf('src')), ...(await filesOf('tests')), 'astro.config.mjs'].map(async (file) => ({
    file,
    packages: importsOf(await readFile(file, 'utf8')),
  })),
);

test('Every imported package is declared, as a dependency if the site or its build needs it.', () => {
  const wrong = imports.flatMap(({ file, packages }) =>
    packages.flatMap(({ name, runs }) => {
      const inBuild = runs && !file.startsWith('tests/') && !FOR_DEVELOPERS.test(file);
      const declared = name in manifest.dependencies || (!inBuild && name in manifest.devDependencies);
      return declared ? [] : [`${file} imports ${name}`];
    }),
  );
  assert.deepEqual(wrong, []);
});

test('A dependency that only tests, benchmarks and types need is a development dependency.', () => {
  const needed = new Set(
    imports.flatMap(({ file, packages }) =>
      file.startsWith('tests/') || FOR_DEVELOPERS.test(file) ? [] : packages.filter(({ runs }) => runs).map(({ name }) => name),
    ),
  );
  // The pictures of link previews read these by the path of a file.
  const byPath = ['@fontsource-variable/golos-text', '@fontsource-variable/literata'];
  assert.deepEqual(
    Object.keys(manifest.dependencies).filter((name) => !needed.has(name) && !byPath.includes(name)),
    [],
  );
});

test('Every version is exact, so that each update is a visible change.', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  assert.deepEqual(
    Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    [],
  );
});

test('Every npm script runs a file that exists.', async () => {
  const files = new Set(await filesOf('src'));
  for (const [name, script] of Object.entries(manifest.scripts)) {
    for (const [path] of script.matchAll(/src\/[\w./-]+/g)) assert.ok(files.has(path), `${name}: ${path}`);
  }
});

test('Mermaid and this project use one copy of dompurify, because src/diagrams/validate.ts configures it for both.', () => {
  const own = createRequire(import.meta.url);
  assert.equal(createRequire(own.resolve('mermaid')).resolve('dompurify'), own.resolve('dompurify'));
});

test('The lock file has an entry for every package of every platform.', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([owner, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => {
      for (let place = owner; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
        if (`${place ? `${place}/` : ''}node_modules/${name}` in packages) return false;
        if (!place) return true;
      }
    }),
  );
  assert.deepEqual(missing, [], 'run npm run lock');
});
