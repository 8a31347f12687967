/** `npm run check`: the source checks alone. Exit code 1 when there is a problem. */
import { checkSource } from '../checks/check-source.ts';
import { report, summary } from '../checks/report.ts';

const folder = process.env.CONTENT_DIR ?? 'content';
const { problems, files } = await checkSource(folder);
if (problems.length) console.error(report(problems, folder));
console.log(summary(problems, files));
process.exitCode = problems.length ? 1 : 0;
