/**
 * `npm run test:mutations [base] [count] [seed]`: compares the source check with the build on mutated content. It changes files of a copy at
 * random, as writers and editors do by accident. Where the check finds nothing, the change stays; at the end the copy, with all these
 * changes, is built, and must build.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checkSource } from '../src/checks/check-source.ts';
import { contentFiles } from '../src/content/content-files.ts';
import { isPermalinkKind } from '../src/permalinks/diagnostics.ts';
import { root, run } from './run.ts';

const [base = 'content', count = '200', seed = '1'] = process.argv.slice(2);

/** Numbers from 0 to 1 that are the same in every run with the same seed (mulberry32). */
let state = Number(seed);
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

const SIGNS = [
  '{',
  '}',
  '<',
  '>',
  '[',
  ']',
  '`',
  '*',
  '_',
  '|',
  '#',
  ':',
  '"',
  "'",
  '\\',
  '&',
  '~',
  '$',
  '^',
  '=',
  '%',
  '---',
  '[^x]',
  '[@x]',
  '<b>',
  '</p>',
  '\t',
];
const LINES = [
  '## Text [#text]',
  '![x](/x.png)',
  '[x](http://localhost:PORT/)',
  '<details>',
  ':::note',
  '| a | b |',
  '> [!NOTE]',
  '```',
  'import x',
  '- [ ] x',
  '<!-- x -->',
];

const onLines = (change: (lines: string[], at: number) => void) => (text: string) => {
  const lines = text.split('\n');
  change(lines, Math.floor(random() * lines.length));
  return lines.join('\n');
};
/** Changes one match of an expression, if there is any. */
const onMatch = (expression: RegExp, change: (found: string, all: readonly string[]) => string) => (text: string) => {
  const found = [...text.matchAll(expression)];
  if (found.length === 0) return text;
  const { 0: one, index } = pick(found);
  return text.slice(0, index) + change(one, [...new Set(found.map(({ 0: match }) => match))]) + text.slice(index + one.length);
};
/** Cuts a text off inside one of its tables, components or code blocks. */
const cutInside = (text: string): string => {
  const starts = [...text.matchAll(/^(?:\||<[A-Z]|```)/gm)].map(({ index }) => index);
  return starts.length === 0 ? text : text.slice(0, pick(starts) + 1 + Math.floor(random() * 40));
};
const inProse = (text: string): number => {
  const start = text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0;
  return start + Math.floor(random() * (text.length - start));
};
const INSERTED = [
  '{',
  '{a.b}',
  '<br>',
  '<div>',
  '<p>x</p>',
  '<img src=x>',
  '<span class="a">',
  '</div>',
  '<Tree id="x" />',
  '<a href="x">y</a>',
  '<hr/>',
];

const mutations: Record<string, (text: string) => string> = {
  'front matter line deleted': (text) => {
    const end = text.startsWith('---\n') ? text.slice(0, text.indexOf('\n---\n', 4)).split('\n').length : text.split('\n').length;
    const lines = text.split('\n');
    lines.splice(Math.floor(random() * end), 1);
    return lines.join('\n');
  },
  'id doubled': onMatch(/\[#[\w.-]+\]/g, (_, all) => pick(all)),
  'id deleted': onMatch(/ ?\[#[\w.-]+\]/g, () => ''),
  'cut off inside': cutInside,
  'link changed': onMatch(/kb:[\w.-]+/g, (_, all) => pick([...all, 'kb:crossing', 'kb:which-boat', 'kb:rule-9.p1', 'kb:article', 'kb:toll.fn-x'])),
  'markup inserted': (text) => {
    const at = inProse(text);
    return text.slice(0, at) + pick(INSERTED) + text.slice(at);
  },
  'key changed': onMatch(/^ *[\w"-]+(?=:)/gm, (key) => pick([`${key}x`, key.slice(0, -1), key.toUpperCase()])),
  'value changed': onMatch(/(?<=: )[^\n]+$/gm, (value, all) => pick([...all, '', 'null', '[]', '{}', '0', 'true', `${value} `, `[${value}`])),
  'line deleted': onLines((lines, at) => void lines.splice(at, 1)),
  'line doubled': onLines((lines, at) => void lines.splice(at, 0, lines[at]!)),
  'lines swapped': onLines((lines, at) => void lines.splice(at, 2, ...lines.slice(at, at + 2).toReversed())),
  'lines deleted': onLines((lines, at) => void lines.splice(at, 1 + Math.floor(random() * 8))),
  'line indented': onLines((lines, at) => void (lines[at] = `  ${lines[at]}`)),
  'line added': onLines((lines, at) => void lines.splice(at, 0, '', pick(LINES), '')),
  'words swapped': onLines((lines, at) => {
    const words = lines[at]!.split(' ');
    const one = Math.floor(random() * words.length);
    words.push(words.splice(one, 1)[0]!);
    lines[at] = words.join(' ');
  }),
  'word deleted': onLines((lines, at) => {
    const words = lines[at]!.split(' ');
    words.splice(Math.floor(random() * words.length), 1);
    lines[at] = words.join(' ');
  }),
  'character added': (text) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(SIGNS) + text.slice(at);
  },
  'character deleted': (text) => {
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'end cut off': (text) => text.slice(0, Math.floor(random() * text.length)),
};

const folder = await mkdtemp(join(tmpdir(), 'mutations-'));
try {
  const content = join(folder, 'content');
  await cp(base === 'content' ? join(root, 'content') : join(root, 'tests/fixtures/bases', base), content, { recursive: true });
  const accepted: string[] = [];
  const kinds = new Map<string, number>();
  for (let at = 0; at < Number(count); at += 1) {
    const file = pick(contentFiles(content).filter((name) => !name.startsWith('diagrams/')));
    const kind = pick([...Object.keys(mutations), 'file renamed', 'file deleted', 'file copied']);
    const before = await readFile(join(content, file), 'utf8');
    const other = join(content, join(dirname(file), `${pick(['x-', 'X', '1', '.'])}${basename(file)}`));
    if (kind.startsWith('file ')) {
      if (kind !== 'file deleted') await writeFile(other, before);
      if (kind !== 'file copied') await rm(join(content, file));
    } else await writeFile(join(content, file), mutations[kind]!(before));
    const found = (await checkSource(content)).diagnostics.filter((one) => !isPermalinkKind(one.kind));
    for (const one of new Set(found.map((diagnostic) => diagnostic.kind))) kinds.set(one, (kinds.get(one) ?? 0) + 1);
    if (found.length > 0) {
      await rm(other, { force: true });
      await writeFile(join(content, file), before);
    } else accepted.push(`${kind} in ${file}`);
  }
  console.log(`${count} changes: the check refuses ${Number(count) - accepted.length} and accepts ${accepted.length}.`);
  console.log(
    [...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, times]) => `${times} ${kind}`)
      .join(', '),
  );
  const { code, output } = await run('build', { CONTENT_DIR: content, OUT_DIR: join(folder, 'site'), PREVIEW: '1' });
  if (code !== 0)
    console.error(
      `${accepted.join('\n')}\n${output
        .split('\n')
        .filter((line) => !/permalinks-behind|missing-block-id|lost-address/.test(line))
        .join('\n')}`,
    );
  console.log(code === 0 ? 'The content with all accepted changes was built.' : 'The check accepted what the build refuses.');
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}
