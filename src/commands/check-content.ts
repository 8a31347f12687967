/** `npm run check`: checks the content only. The exit code is 1 if there is a diagnostic. */
import { checkSource } from '../checks/check-source.ts';
import { report, summary } from '../checks/report.ts';

const folder = process.env.CONTENT_DIR ?? 'content';
const { diagnostics, warnings, files } = await checkSource(folder);
if (diagnostics.length) console.error(report(diagnostics, folder));
for (const warning of warnings) console.warn(`${folder}/site.yaml  warning  ${warning}`);
console.log(summary(diagnostics, files));
process.exitCode = diagnostics.length ? 1 : 0;
