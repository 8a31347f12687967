import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
import { test } from 'node:test';
import { docDiagrams } from '../../src/commands/draw-docs.ts';

const files = ['README.md', 'CONTRIBUTING.md', 'content/README.md', ...(await Array.fromAsync(glob('docs/**/*.md')))].map((file) =>
  file.replaceAll('\\', '/'),
);
const texts = new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

test('Every path of the repository in the documents exists.', () => {
  for (const [file, text] of texts) {
    const paths = [...text.matchAll(/`((?:src|tests|docs|examples|\.devcontainer|\.vscode|\.github)\/[^`\s*<]*)`/g)].map(([, path]) => path!);
    assert.deepEqual(
      paths.filter((path) => !existsSync(path)),
      [],
      file,
    );
  }
});

test('Every link between the documents has a target.', () => {
  for (const [file, text] of texts) {
    const prose = text.replace(/`[^`]*`|^ {4}.*$/gm, '');
    const links = [...prose.matchAll(/\]\((?!\w+:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path]) => join(dirname(file), path!));
    assert.deepEqual(
      links.filter((path) => !existsSync(path)),
      [],
      file,
    );
  }
});

test('Every npm script in the documents exists.', () => {
  for (const [file, text] of texts)
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) assert.ok(Object.hasOwn(scripts, name!), `${file}: npm run ${name}`);
});

test('Every npm script is explained in the README or in CONTRIBUTING.', () => {
  const explained = `${texts.get('README.md')}${texts.get('CONTRIBUTING.md')}`;
  assert.deepEqual(
    Object.keys(scripts).filter((name) => !new RegExp(`npm (?:run )?${name}\\b(?!:)`).test(explained) && name !== 'postinstall'),
    [],
  );
});

test('The diagrams of docs/architecture.md are drawn from their present text.', async () => {
  const diagrams = await docDiagrams();
  assert.equal(diagrams.length, 2);
  for (const { file, mark } of diagrams) assert.ok((await readFile(file, 'utf8')).startsWith(mark), `${file}: run npm run draw:docs`);
});

test('The dependencies are listed with their purpose.', async () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >;
  const listed = texts.get('docs/dependencies.md')!;
  assert.deepEqual(
    Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
      (name) => !name.startsWith('@types/') && !new RegExp(`(?:^\\| |, )${RegExp.escape(name)}(?:,| )`, 'm').test(listed),
    ),
    [],
  );
});
