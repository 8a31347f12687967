/** The engine knows nothing of the subject of a base: its words are in the content alone. */
import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';

const BASES = ['content', ...(await readdir('tests/fixtures/bases')).map((name) => `tests/fixtures/bases/${name}`)];

/** Words of the subjects that are neither an id nor a name. */
const WORDS = ['ferry', 'agpl', 'copyleft', 'distil', 'extraction', 'civil code', 'гк рф', 'rcc-', 'fruit', 'vegetable', 'botan', 'tariff'];

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

test('No file of the engine holds a word of the subject of a base.', async () => {
  const words = [...new Set([...WORDS, ...(await Promise.all(BASES.map(wordsOf))).flat().map((word) => word.toLowerCase())])];
  assert.ok(words.length > 100);
  const found = (await sourceFiles()).flatMap(([file, text]) => {
    const lower = text.toLowerCase();
    return words.filter((word) => lower.includes(word)).map((word) => `src/${file}: ${word}`);
  });
  assert.deepEqual(found, []);
});

test('Jurisdictions are listed in the content alone.', async () => {
  const found = (await sourceFiles()).flatMap(([file, text]) =>
    [...text.matchAll(/(?<![\w-])(['"])(?:eu|us|uk|de|technical|general)\1|\b(?:eu|us|uk|de):\s/g)].map(([code]) => `src/${file}: ${code}`),
  );
  assert.deepEqual(found, []);
});
