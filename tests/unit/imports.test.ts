import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dirname, join as joinPosix, normalize } from 'node:path/posix';
import { test } from 'node:test';

/** What each room may import from, besides itself. DESIGN.md §2: one way, from text to pages. */
const rooms: Record<string, readonly string[]> = {
  schema: [],
  markdown: ['schema'],
  diagrams: [],
  fonts: [],
  styles: ['fonts'],
  search: [],
  client: ['search', 'styles'],
  model: ['schema', 'markdown'],
  cards: ['schema', 'markdown', 'model'],
  ledger: ['schema', 'markdown', 'model'],
  output: ['schema', 'markdown', 'diagrams', 'model', 'search', 'cards', 'ledger'],
  checks: ['schema', 'markdown', 'model', 'output', 'ledger'],
  'content.config.ts': ['schema'],
  'site.ts': ['schema', 'model', 'ledger'],
  'load-diagrams.ts': ['diagrams', 'model', 'output'],
  components: ['schema', 'markdown', 'model', 'cards', 'output', 'client', 'styles', 'site.ts', 'load-diagrams.ts'],
  layouts: ['schema', 'model', 'fonts', 'styles', 'client', 'site.ts', 'load-diagrams.ts', 'components'],
  pages: ['schema', 'model', 'styles', 'output', 'client', 'site.ts', 'load-diagrams.ts', 'components', 'layouts'],
  commands: ['schema', 'markdown', 'diagrams', 'model', 'search', 'output', 'checks', 'cards', 'ledger', 'fonts', 'components'],
};

/** Read the import lines of a file that stay inside src, as paths under src. */
function importsOf(file: string, text: string): string[] {
  const found = [...text.matchAll(/(?:^|[\s;])(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\s*\(?\s*['"](\.[^'"]+)['"]/g)];
  return found.map(([, from, bare]) => normalize(joinPosix(dirname(file), (from ?? bare)!)));
}

const roomOf = (path: string): string => path.split('/')[0]!;

/** List the imports that go the wrong way, each naming both files and the rule. */
function violations(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => {
    const own = roomOf(file);
    const allowed = rooms[own];
    if (!allowed) return [`src/${file} stands in no room that this test knows`];
    return importsOf(file, text)
      .filter((path) => roomOf(path) !== own && !allowed.includes(roomOf(path)))
      .map((path) => `src/${file} imports src/${path}: ${own} may import ${allowed.join(', ') || 'nothing else'}`);
  });
}

test('Imports go one way, from schema to pages.', async () => {
  const names = (await readdir('src', { recursive: true })).filter((name) => /\.(?:ts|astro)$/.test(name) && !name.endsWith('.d.ts'));
  const files = new Map(
    await Promise.all(names.map(async (name): Promise<[string, string]> => [name.replaceAll('\\', '/'), await readFile(join('src', name), 'utf8')])),
  );
  assert.ok(files.size > 80);
  assert.deepEqual(violations(files), []);
});

test('An import against the stream is named with both files and the rule.', () => {
  const files = new Map([
    ['model/page.ts', "import { x } from '../components/Tree.astro';"],
    ['client/box.ts', "const y = await import('../model/page.ts');"],
  ]);
  assert.deepEqual(violations(files), [
    'src/model/page.ts imports src/components/Tree.astro: model may import schema, markdown',
    'src/client/box.ts imports src/model/page.ts: client may import search, styles',
  ]);
});
