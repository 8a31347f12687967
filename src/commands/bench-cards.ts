/** `npm run cards`: renders the cards of the site without and with the cache, and prints times and sizes. `npm run cards 300` renders that many. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderMissing } from '../cards/card-cache.ts';
import { checkSource } from '../checks/check-source.ts';
import { stringsOf } from '../i18n/index.ts';
import { sharesOf } from '../views/share-links.ts';

const { site, diagnostics } = await checkSource(process.env.CONTENT_DIR ?? 'content', '/');
if (!site || diagnostics.length > 0) throw new Error('The content has errors. Run npm run check.');
site.data['social-cards'] = 'sections';
const began = performance.now();
const cards = sharesOf(site, (lang) => stringsOf(lang, site.data.languages)).flatMap(({ card }) => (card ? [card.says] : []));
const some = cards.slice(0, Number(process.argv[2] ?? cards.length));
console.log(`${cards.length} cards listed in ${since(began)}; ${availableParallelism()} processors.`);

const store = await mkdtemp(join(tmpdir(), 'cards-'));
for (const from of ['an empty cache', 'a full cache']) {
  const start = performance.now();
  const { rendered } = await renderMissing(some, store);
  console.log(`${some.length} cards from ${from}: ${since(start)}, ${rendered} rendered.`);
}
const sizes = await Promise.all((await readdir(store)).map(async (name) => (await stat(join(store, name))).size));
sizes.sort((a, b) => a - b);
console.log(`Bytes of a card: ${sizes[0]} to ${sizes.at(-1)}, median ${sizes[sizes.length >> 1]}.`);
await rm(store, { recursive: true });

function since(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}
