/** `npm run check`: checks the content only. The exit code is 1 if there is a diagnostic. */
import { checkSource } from '../checks/check-source.ts';
import { report, reportWarnings, summary } from '../checks/report.ts';

const folder = process.env.CONTENT_DIR ?? 'content';
const { diagnostics, warnings, files } = await checkSource(folder);
if (diagnostics.length) console.error(report(diagnostics, folder));
if (warnings.length) console.warn(reportWarnings(warnings, folder, process.argv.includes('--all')));
console.log(summary(diagnostics, files));
process.exitCode = diagnostics.length ? 1 : 0;
