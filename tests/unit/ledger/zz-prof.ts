import { realPages } from './real-pages.ts';
import { noTally, storm } from './storm.ts';
process.chdir('/work/main');
const pages = await realPages();
const tally = noTally();
const t = performance.now();
for (let s = 1; s <= 150; s++) storm(s, pages, tally);
console.log((performance.now() - t) / 150, 'ms a run');
