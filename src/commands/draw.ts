/** `npm run draw`: renders new and changed diagrams, and removes unused ones. */
import { rm } from 'node:fs/promises';
import { report } from '../checks/report.ts';
import { checkSource } from '../checks/check-source.ts';
import { renderMissing, staleDiagrams } from '../output/render-diagrams.ts';
import { ensureBrowser } from './environment/find-chromium.ts';

const content = process.env.CONTENT_DIR ?? 'content';
const { site, diagnostics: errors } = await checkSource(content);
if (!site) {
  console.error(`There is no ${content}/site.yaml.`);
  process.exit(1);
}
// Diagrams of invalid pages and trees are drawn after the files are corrected. Errors in other files do not matter. An altered drawing is drawn again.
const others = errors.filter(({ kind }) => kind !== 'altered-diagram');
const invalid = new Set(others.map(({ file }) => file).filter((file) => site.data.languages.includes(file.split('/')[0]!)));
const { diagnostics, drawn } = await renderMissing(site, content, ensureBrowser, invalid);
const stale = await staleDiagrams(site, content);
for (const path of stale) await rm(path);
if (diagnostics.length > 0)
  console.error(
    report(
      diagnostics.map(({ at, ...rest }) => ({ ...rest, line: 1, column: 1, ...at })),
      content,
    ),
  );
console.log(`${drawn} rendered, ${stale.length} removed.`);
process.exitCode = diagnostics.length > 0 ? 1 : 0;
