import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Choose the longest page of each kind in a built folder, for it shows most; of the walk a question and an outcome. Paths under the base, such as `concepts/first-steps/`. */
export async function samplePages(out: string): Promise<string[]> {
  const all = (await readdir(out, { recursive: true })).map((name) => name.replaceAll('\\', '/')).filter((name) => name.endsWith('index.html'));
  const longest = new Map<string, { path: string; length: number }>();
  for (const name of all) {
    if (/^(?:s|print|[a-z]{2})\//.test(name)) continue;
    const html = await readFile(join(out, name), 'utf8');
    const kind = /<body class="(\w+)/.exec(html)?.[1] ?? 'page';
    const path = name.replace(/index\.html$/, '');
    // A list is a page by itself; a state of a walk is a question or an outcome.
    const mould = kind === 'list' ? path : kind === 'walk' ? `walk ${html.includes('class="verdict"')}` : path === 'map/' ? 'map' : kind;
    if (html.length > (longest.get(mould)?.length ?? 0)) longest.set(mould, { path, length: html.length });
  }
  return [...longest.values()].map(({ path }) => path).concat('404.html');
}
