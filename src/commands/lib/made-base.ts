/** Writes made-up content of any size, to measure how a build scales: as a base of this project, and as plain MDX for other engines. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { sequence } from './random-sequence.ts';

interface MadePage {
  id: string;
  title: string;
  summary: string;
  /** The paragraphs before the first heading. */
  intro: string[];
  sections: { id: string; title: string; blocks: Block[] }[];
  notes: { name: string; text: string }[];
}
type Block = { kind: 'paragraph'; text: string } | { kind: 'list' | 'table'; rows: string[] };

/** A link, a citation or a note in a text: each engine writes them in its own way. */
const LINK = /\{(\d+)\|([^}]+)\}/g;
const CITED = /\{cite (\d+)\}/g;

const GROUP = 25;
const SOURCES_PER_PAGE = 0.25;

/** Writes a base of `count` pages. A page has about 900 words, five sections, links, citations, notes, a list and a table. */
export async function writeMadeBase(folder: string, count: number): Promise<void> {
  const pages = madePages(count);
  const sources = Math.max(5, Math.round(count * SOURCES_PER_PAGE));
  const base = {
    address: 'https://made.example',
    languages: ['en'],
    title: { en: 'A Made Base' },
    summary: { en: 'Made-up pages, to measure the build.' },
    licence: { spdx: 'CC-BY-4.0', name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    jurisdictions: { made: { en: 'Made up' } },
    'social-cards': 'none',
    navigation: Array.from({ length: Math.ceil(count / GROUP) }, (_, group) => ({
      title: { en: `Part ${group + 1}` },
      entries: pages.slice(group * GROUP, (group + 1) * GROUP).map(({ id }) => id),
    })),
  };
  await mkdir(join(folder, 'en/concepts'), { recursive: true });
  await mkdir(join(folder, 'sources'), { recursive: true });
  await writeFile(join(folder, 'site.yaml'), stringify(base));
  await writeFile(
    join(folder, 'en/index.mdx'),
    '---\ntitle: A made base\nsummary: Made-up pages, to measure the build.\nreviewed: 2026-11-23\n---\n\nBegin anywhere.\n',
  );
  for (let at = 0; at < sources; at += 1) await writeFile(join(folder, `sources/${sourceId(at)}.yaml`), stringify(madeSource(at)));
  for (const page of pages) await writeFile(join(folder, `en/concepts/${page.id}.mdx`), baseText(page, pages, sources));
}

/** Writes the same pages as plain MDX with `title` and `description`, as the starter of Astro or Starlight reads them. */
export async function writeMadeDocs(folder: string, count: number): Promise<void> {
  const pages = madePages(count);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.mdx'), '---\ntitle: A made base\ndescription: Made-up pages.\n---\n\nBegin anywhere.\n');
  for (const page of pages) await writeFile(join(folder, `${page.id}.mdx`), docsText(page, pages));
}

const sourceId = (at: number): string => `made-source-${at}`;

const madeSource = (at: number): object => ({
  kind: 'literature',
  type: 'book',
  title: `Made handbook ${at}`,
  short: `Handbook ${at}`,
  author: [{ family: `Author${at % 37}`, given: 'A.' }],
  issued: String(1990 + (at % 30)),
  publisher: 'Made Press',
  jurisdiction: 'made',
  status: 'verified',
  checked: '2026-11-23',
  summary: `Handbook ${at} explains the made-up subject.`,
});

function madePages(count: number): MadePage[] {
  const random = sequence(7);
  const below = (most: number): number => Math.floor(random() * most);
  const words = Array.from({ length: 1500 }, () => invent(below));
  /** Frequent words come first, as in a language. */
  const word = (): string => words[Math.floor(words.length * random() ** 3)]!;
  const phrase = (length: number): string => Array.from({ length }, word).join(' ');
  const sentence = (): string => {
    const text = phrase(8 + below(10));
    const shape = below(12);
    const said = shape === 0 ? `${text}, "${phrase(4)}", ${phrase(3)}` : shape === 1 ? `${text}, the ${word()}'s ${word()}` : text;
    return `${said[0]!.toUpperCase()}${said.slice(1)}${shape === 2 ? ` (${phrase(3)})` : ''}.`;
  };
  const text = (sentences: number): string => Array.from({ length: sentences }, sentence).join(' ');
  return Array.from({ length: count }, (_, at): MadePage => {
    const linked = (target: string): string => ` ${capital(word())} ${target} ${phrase(4)} {cite ${below(1e6)}}.`;
    const notes = ['first', 'second', 'third'].map((name) => ({ name, text: sentence() }));
    const sections = ['definition', 'rule', 'limits', 'cases', 'doubts'].map((id, section) => ({
      id,
      title: capital(phrase(3)),
      blocks: [
        ...Array.from({ length: 3 }, (__, block): Block => {
          const note = block === 0 && notes[section] ? `[^${notes[section].name}]` : '';
          return {
            kind: 'paragraph',
            text: `${text(3)}${block < 2 ? linked(section === 0 ? word() : `{${below(count)}|${phrase(2)}}`) : ''}${note}`,
          };
        }),
        ...(section === 1 ? [{ kind: 'list' as const, rows: Array.from({ length: 4 }, sentence) }] : []),
        ...(section === 3 ? [{ kind: 'table' as const, rows: Array.from({ length: 5 }, () => phrase(6)) }] : []),
      ],
    }));
    return { id: `made-${at}`, title: `${capital(phrase(2))} ${at}`, summary: sentence(), intro: [text(3)], sections, notes };
  });
}

function baseText({ title, summary, intro, sections, notes }: MadePage, pages: readonly MadePage[], sources: number): string {
  const own = (said: string): string =>
    said
      .replace(LINK, (_, at: string, words: string) => `[${words}](kb:${pages[Number(at)]!.id}.rule)`)
      .replace(CITED, (_, at: string) => `[@${sourceId(Number(at) % sources)}, p. ${(Number(at) % 90) + 1}]`);
  const front = stringify({ title, summary, certainty: 'settled', jurisdiction: 'made', reviewed: '2026-11-23' }, { lineWidth: 0 });
  const body = [
    ...intro.map((said, at) => `${said} [#${at + 1}]`),
    ...sections.flatMap((section) => [
      `## ${section.title} [#${section.id}]`,
      ...numbered(section.blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text: own(block.text) } : block))),
    ]),
    ...notes.map(({ name, text }) => `[^${name}]: ${text}`),
  ];
  return `---\n${front}---\n\n${body.join('\n\n')}\n`;
}

/** Writes blocks with their ids. */
function numbered(blocks: readonly Block[]): string[] {
  let number = 0;
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return `${block.text} [#${++number}]`;
    if (block.kind === 'list') return block.rows.map((row) => `- ${row} [#${++number}]`).join('\n');
    return `${table(block.rows)}\n\n[#${++number}]`;
  });
}

function docsText({ title, summary, intro, sections, notes }: MadePage, pages: readonly MadePage[]): string {
  const own = (said: string): string =>
    said
      .replace(LINK, (_, at: string, words: string) => `[${words}](/${pages[Number(at)]!.id}/)`)
      .replace(CITED, (_, at: string) => `(Handbook ${at})`);
  const body = [
    ...intro,
    ...sections.flatMap((section) => [
      `## ${section.title}`,
      ...section.blocks.map((block) =>
        block.kind === 'paragraph' ? own(block.text) : block.kind === 'list' ? block.rows.map((row) => `- ${row}`).join('\n') : table(block.rows),
      ),
    ]),
    ...notes.map(({ name, text }) => `[^${name}]: ${text}`),
  ];
  return `---\n${stringify({ title, description: summary }, { lineWidth: 0 })}---\n\n${body.join('\n\n')}\n`;
}

const table = (rows: readonly string[]): string =>
  ['| one | two |', '| --- | --- |', ...rows.map((row) => `| ${row.split(' ').slice(0, 3).join(' ')} | ${row.split(' ').slice(3).join(' ')} |`)].join(
    '\n',
  );

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** Invents a word of one to four syllables. */
function invent(below: (most: number) => number): string {
  const sign = (signs: string): string => signs[below(signs.length)]!;
  return Array.from({ length: 1 + below(4) }, () => sign('bdfgklmnprstvz') + sign('aeiou')).join('') + sign('nrsl');
}
