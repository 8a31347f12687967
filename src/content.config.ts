/** The pages, for Astro to render. What they say is read and validated by `content/load-content.ts`, which sees every file. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { contentLayout } from './schema/content-layout.ts';

const pages = defineCollection({
  loader: glob({
    base: pathToFileURL(`${resolve(process.env.CONTENT_DIR ?? 'content')}/`),
    pattern: contentLayout.filter(({ glob: pattern }) => pattern.endsWith('.mdx')).map(({ glob: pattern }) => pattern),
    generateId: ({ entry }) => entry,
  }),
});

export const collections = { pages };
