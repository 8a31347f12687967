import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MarkdownPage } from '../views/markdown-pages.ts';

/** Writes the Markdown versions into a built folder. They do not pass through Astro, which takes longer for each than writing it. */
export function writeMarkdown(folder: string, pages: readonly MarkdownPage[]): void {
  for (const { path, text } of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
