import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Returns the longest page of each kind in a built folder. Questions and outcomes of trees are two kinds. Paths are below the base path, such as
 * `concepts/first-steps/`.
 */
export async function samplePages(out: string): Promise<string[]> {
  const all = (await readdir(out, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('index.html'));
  const longest = new Map<string, { path: string; length: number }>();
  for (const name of all) {
    if (/^(?:s|print|[a-z]{2})\//.test(name)) continue;
    const html = await readFile(join(out, name), 'utf8');
    const kind = /<body class="(\w+)/.exec(html)?.[1] ?? 'page';
    const path = name.replace(/index\.html$/, '');
    // Each list is a kind of its own, and the changes of one page are one kind. A state is a question or an outcome.
    const mould =
      kind === 'list'
        ? path.replace(/^changes\/.+/, 'changes of a page')
        : kind === 'walk'
          ? `walk ${html.includes('class="verdict"')}`
          : path === 'map/'
            ? 'map'
            : kind;
    if (html.length > (longest.get(mould)?.length ?? 0)) longest.set(mould, { path, length: html.length });
  }
  return [...longest.values()].map(({ path }) => path).concat('404.html');
}
