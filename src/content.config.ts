/** The collection of MDX pages that Astro renders. `content/load-content.ts` reads and validates the same files for the model. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { compiledFiles } from './output/rendered-pages.ts';
import { contentLayout } from './schema/content-layout.ts';

const pages = defineCollection({
  loader: glob({
    base: pathToFileURL(`${resolve(process.env.CONTENT_DIR ?? 'content')}/`),
    pattern: compiledFiles() ?? contentLayout.filter(({ glob: pattern }) => pattern.endsWith('.mdx')).map(({ glob: pattern }) => pattern),
    generateId: ({ entry }) => entry,
  }),
});

export const collections = { pages };
