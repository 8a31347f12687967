/** Writes made-up content of any size, to measure how a build scales: as a base of this project, and as plain MDX for other engines. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CITED, LINK, madePages, type Block, type MadePage } from './made-pages.ts';

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
