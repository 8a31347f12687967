/** The engine is independent of the subject of a base: its words are only in the content. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const basesIn = async (folder: string) => (await readdir(folder)).map((name) => `${folder}/${name}`);
const BASES = ['content', ...(await basesIn('tests/fixtures/bases')), ...(await basesIn('examples'))];

/** Words of the subjects of all bases, in both languages, that are neither an id nor a name. */
const WORDS = [
  ['agpl', 'gpl-', 'gnu ', 'bsd-', 'apache-2', 'sharealike', 'share-alike', 'copyleft', 'copyright', 'distil', 'extraction', 'teacher', 'dorotenko'],
  ['civil code', 'гк рф', 'rcc-', '1334', '1260', '-fz', '-фз', 'дистил', 'авторск', 'лицензиа', 'копилефт', 'доротенко'],
  ['tomato', 'fruit', 'vegetable', 'botan', 'tariff', 'помидор', 'томат', 'овощ', 'фрукт'],
  ['ferry', 'toll', 'паром', 'переправ', 'aperture', 'shutter', 'exposure', 'honey', 'beehive'],
].flat();

/** The licence with which a new base begins is also a source of a base. */
const ALLOWED = ['cc-by-4.0'];

/** Ids that are a plain word are left out: they occur in any code. */
const isTelling = (id: string): boolean => /[-.\d]/.test(id);

async function wordsOf(base: string): Promise<string[]> {
  const files = (await readdir(base, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const ids = files.filter((name) => /(?:^|\/)(?:concepts|questions|decisions|sources)\/[^/]+\.(?:mdx|yaml)$/.test(name));
  const read = async (name: string) => parse(await readFile(join(base, name), 'utf8')) as Record<string, unknown>;
  const { title = {} } = (await read('site.yaml')) as { title?: Record<string, string> };
  const texts = (value: string | Record<string, string> = {}) => (typeof value === 'string' ? [value] : Object.values(value));
  const { author } = (files.includes('article.yaml') ? await read('article.yaml') : {}) as { author?: string | Record<string, string> };
  return [...ids.map((name) => basename(name).replace(/\.\w+$/, '')).filter(isTelling), ...texts(title), ...texts(author)];
}

async function sourceFiles(): Promise<[file: string, text: string][]> {
  const names = (await readdir('src', { recursive: true })).filter((name) => /\.(?:ts|js|astro|css)$/.test(name)).sort();
  return Promise.all(names.map(async (name): Promise<[string, string]> => [name.replaceAll('\\', '/'), await readFile(join('src', name), 'utf8')]));
}

/** Lists the words in the files, in lower case. */
function findWords(files: readonly (readonly [file: string, text: string])[], words: readonly string[]): string[] {
  return files.flatMap(([file, text]) => {
    const lower = text.toLowerCase();
    return words.filter((word) => lower.includes(word)).map((word) => `src/${file}: ${word}`);
  });
}

test('No file of the engine contains a word of the subject of a base.', async () => {
  const own = (await Promise.all(BASES.map(wordsOf))).flat().map((word) => word.toLowerCase());
  const words = [...new Set([...WORDS, ...own])].filter((word) => !ALLOWED.includes(word));
  assert.ok(words.length > 100);
  assert.deepEqual(findWords(await sourceFiles(), words), []);
  assert.deepEqual(findWords([['x.ts', '/** Such as the AGPL, or «дистиллят». */']], words), ['src/x.ts: agpl', 'src/x.ts: дистил']);
});

test('Jurisdictions are listed only in the content.', async () => {
  const found = (await sourceFiles()).flatMap(([file, text]) =>
    [...text.matchAll(/(?<![\w-])(['"])(?:eu|us|uk|de|technical|general)\1|\b(?:eu|us|uk|de):\s/g)].map(([code]) => `src/${file}: ${code}`),
  );
  assert.deepEqual(found, []);
});
