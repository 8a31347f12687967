/** `npm run draw`: draw what is new or changed, remove what nothing needs any more. */
import { rm } from 'node:fs/promises';
import { report } from '../checks/report.ts';
import { checkSource } from '../checks/source.ts';
import { drawMissing, unneededDrawings } from '../output/drawing.ts';
import { ensureBrowser } from './browser.ts';

const content = process.env.CONTENT_DIR ?? 'content';
const { site, problems: faults } = await checkSource(content);
if (!site) {
  console.error(`There is no ${content}/site.yaml.`);
  process.exit(1);
}
// Diagrams of faulty pages and trees are drawn when these are corrected. Faults of other files do not change a drawing, and one that was
// altered is drawn again.
const others = faults.filter(({ kind }) => kind !== 'altered-diagram');
const faulty = new Set(others.map(({ file }) => file).filter((file) => site.data.languages.includes(file.split('/')[0]!)));
const { problems, drawn } = await drawMissing(site, content, ensureBrowser, faulty);
const stale = await unneededDrawings(site, content);
for (const path of stale) await rm(path);
if (problems.length > 0)
  console.error(
    report(
      problems.map(({ at, ...rest }) => ({ ...rest, line: 1, column: 1, ...at })),
      content,
    ),
  );
console.log(`${drawn} drawn, ${stale.length} removed.`);
process.exitCode = problems.length > 0 ? 1 : 0;
