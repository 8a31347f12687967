/** Bind the folders of the content to their schemas. Astro sees only what the source check has passed. */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { folders, schemas, type Kind } from './schema/folders.ts';

const base = pathToFileURL(`${resolve(process.env.CONTENT_DIR ?? 'content')}/`);

const collection = (kind: Kind) =>
  defineCollection({
    loader: glob({
      base,
      pattern: folders.filter((folder) => folder.kind === kind).map((folder) => folder.glob),
      generateId: ({ entry }) => entry,
    }),
    schema: schemas[kind],
  });

export const collections = {
  front: collection('front'),
  concept: collection('concept'),
  question: collection('question'),
  decision: collection('decision'),
  source: collection('source'),
  article: collection('article'),
  vocabulary: collection('vocabulary'),
  site: collection('site'),
};
