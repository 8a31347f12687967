/** `npm run check`: the source checks alone. Exit code 1 when there is a diagnostic; warnings change nothing. `--all` prints every warning. */
import { checkSource } from '../checks/check-source.ts';
import { report, reportWarnings, summary } from '../checks/report.ts';

const folder = process.env.CONTENT_DIR ?? 'content';
const { diagnostics, warnings, files } = await checkSource(folder);
if (diagnostics.length) console.error(report(diagnostics, folder));
if (warnings.length) console.warn(reportWarnings(warnings, folder, process.argv.includes('--all')));
console.log(summary(diagnostics, files));
process.exitCode = diagnostics.length ? 1 : 0;
