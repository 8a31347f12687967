/** The rules for every page on the built site of the real content. Its build has checked every link. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPages, RULES, sampled, sheetsThatAsk, validity, weightRule } from '../build/page-rules.ts';
import { readPages } from '../build/pages.ts';
import { builtSite } from '../sites.ts';

const out = await builtSite('content');
const pages = await readPages(out);

test('Every page is valid HTML', () => checkPages(sampled(pages), validity));

for (const [asks, rule] of Object.entries(RULES)) test(asks, () => checkPages(pages, rule));

test('No stylesheet loads anything from another host', async () => assert.deepEqual(await sheetsThatAsk(out), []));

test('A page with its stylesheets and scripts is within its size limit, and so is a drawing', () => checkPages(sampled(pages), weightRule(out, '/')));
