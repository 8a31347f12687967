/** `npm run dev` in a browser: files that change, appear, disappear, change their name or cannot be parsed, and errors in several files at once. */
import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright';
import { ferry, temporaryFolder } from '../build/base-copies.ts';
import { develop, launch, open, shown, WAIT, type Development } from './development.ts';

const content = join(temporaryFolder(), 'content');
let server: Development;
let browser: Browser;
let page: Page;

before(async () => {
  await ferry(content);
  [server, browser] = await Promise.all([develop(content), launch()]);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const pathOf = (file: string): string => join(content, file);
const read = (file: string): Promise<string> => readFile(pathOf(file), 'utf8');
const panel = (): ReturnType<Page['locator']> => page.locator('dev-diagnostics');
const noPanel = (): Promise<void> => panel().waitFor({ state: 'detached', ...WAIT });

/** Waits until the panel of the open page lists a text, and the terminal after `from` too. */
async function reported(text: string, from: number): Promise<void> {
  await panel().getByText(text).first().waitFor(WAIT);
  for (const until = Date.now() + WAIT.timeout; Date.now() < until; await setTimeout(100)) if (server.output().slice(from).includes(text)) return;
  assert.fail(`“${text}” is not in the terminal:\n${server.output().slice(from)}`);
}

/** Changes a file for the time of a callback. */
async function during(file: string, change: (text: string) => string, observe: (from: number) => Promise<void>): Promise<void> {
  const before = await read(file);
  const from = server.output().length;
  await writeFile(pathOf(file), change(before));
  try {
    await observe(from);
  } finally {
    await writeFile(pathOf(file), before);
  }
}

test('An edit of a page appears without a manual reload.', async () => {
  await open(page, server, 'concepts/toll/');
  await during(
    'en/concepts/toll.mdx',
    (text) => `${text}\nThe first paragraph.\n\nThe second paragraph.\n`,
    async () => {
      await shown(page, 'The first paragraph.');
      await shown(page, 'The second paragraph.');
    },
  );
});

test('A page that cannot be parsed shows the error, and appears again after the correction.', async () => {
  await during(
    'en/concepts/toll.mdx',
    (text) => `${text}\n{broken\n`,
    () => page.locator('vite-error-overlay').or(page.getByText('broken-mdx')).first().waitFor(WAIT),
  );
  await noPanel();
  await page.getByRole('heading', { name: 'Toll', level: 1 }).waitFor(WAIT);
});

test('A changed tree shows its list, and a notice that its diagram is not drawn yet.', async () => {
  await open(page, server, 'decide/which-boat/');
  await during(
    'en/decisions/which-boat.yaml',
    (text) => text.replace('How much cargo do you plan to move at once?', 'How much cargo do you want to move?'),
    async () => {
      await shown(page, 'How much cargo do you want to move?');
      await shown(page, 'This diagram is not drawn yet.');
    },
  );
  await shown(page, 'How much cargo do you plan to move at once?');
});

test('A new file is reported until the reading order has it, and its page opens.', async () => {
  await open(page, server, 'concepts/crossing/');
  const from = server.output().length;
  await writeFile(pathOf('en/concepts/buoy.mdx'), '---\ntitle: Buoy\nsummary: A buoy marks a shallow.\nreviewed: 2026-11-23\n---\n\nIt floats.\n');
  await reported('buoy.mdx', from);
  await open(page, server, 'concepts/buoy/');
  await shown(page, 'It floats.');
  await rm(pathOf('en/concepts/buoy.mdx'));
  await open(page, server, 'concepts/crossing/');
  await noPanel();
});

test('The links to a deleted page are reported, and it opens again when the file is back.', async () => {
  const text = await read('en/concepts/house-rules.mdx');
  const from = server.output().length;
  await rm(pathOf('en/concepts/house-rules.mdx'));
  await reported('crossing.mdx', from);
  assert.equal((await page.request.get(`${server.url}concepts/house-rules/`)).status(), 404);
  await writeFile(pathOf('en/concepts/house-rules.mdx'), text);
  await noPanel();
  await open(page, server, 'concepts/house-rules/');
  await shown(page, 'When they bind');
});

test('A syntax error of site.yaml is reported, and the site returns with its correction.', async () => {
  await open(page, server, 'concepts/crossing/');
  await during(
    'site.yaml',
    (text) => text.replace('languages: [en, ru]', 'languages: [en, ru'),
    (from) => reported('site.yaml', from),
  );
  await noPanel();
  await page.getByRole('navigation').first().waitFor(WAIT);
});

test('A syntax error of a tree is reported on the page of the tree, which returns with its correction.', async () => {
  await open(page, server, 'decide/which-boat/');
  await during(
    'en/decisions/which-boat.yaml',
    (text) =>
      text.replace('    answers:\n      little: { label: One piece, to: tides }', '    answers:\n      little: { label: One piece, to: tides'),
    (from) => reported('which-boat.yaml', from),
  );
  await noPanel();
  await open(page, server, 'decide/which-boat/');
  await shown(page, 'How much cargo do you plan to move at once?');
});

test('Errors in two files are reported together, and the corrected one goes first.', async () => {
  await open(page, server, 'concepts/crossing/');
  await during(
    'en/concepts/toll.mdx',
    (text) => `${text}\n[a](kb:no-such-page)\n`,
    async () => {
      await during(
        'sources/rule-9.yaml',
        (text) => text.replace(/^status: .*/m, 'status: unheard'),
        async (from) => {
          await reported('toll.mdx', 0);
          await reported('rule-9.yaml', from);
          await panel().getByText('2 problems in the content').waitFor(WAIT);
        },
      );
      await panel()
        .getByText('rule-9.yaml')
        .waitFor({ state: 'detached', ...WAIT });
      await panel().getByText('toll.mdx').first().waitFor(WAIT);
      await panel().getByText('1 problem in the content').waitFor(WAIT);
    },
  );
  await noPanel();
});

test('An edit of a term and of a source is shown on the open page.', async () => {
  await open(page, server, 'vocabulary/');
  await during(
    'vocabulary.yaml',
    (text) => text.replace('The wooden boat of a player.', 'The painted boat of a player.'),
    () => shown(page, 'The painted boat of a player.'),
  );
  await shown(page, 'The wooden boat of a player.');
  await open(page, server, 'sources/open-table/');
  await during(
    'sources/open-table.yaml',
    (text) => text.replace('when the name of the game is kept', 'when the game keeps its name'),
    () => shown(page, 'when the game keeps its name'),
  );
  await shown(page, 'when the name of the game is kept');
});

test('A renamed page opens at its new address, and at the old one after it is renamed back.', async () => {
  await open(page, server, 'concepts/crossing/');
  const from = server.output().length;
  await rename(pathOf('en/concepts/tide.mdx'), pathOf('en/concepts/ebb.mdx'));
  await reported('site.yaml', from);
  await open(page, server, 'concepts/ebb/');
  assert.equal((await page.request.get(`${server.url}concepts/tide/`)).status(), 404);
  await rename(pathOf('en/concepts/ebb.mdx'), pathOf('en/concepts/tide.mdx'));
  await open(page, server, 'concepts/tide/');
  await noPanel();
});

test('Requests during a change do not keep the old pages.', async () => {
  const statusOf = async (name: string): Promise<number> => (await fetch(`${server.url}concepts/${name}/`)).status;
  for (let round = 0; round < 6; round += 1) {
    const [from, to] = round % 2 ? ['ebb', 'tide'] : ['tide', 'ebb'];
    await rename(pathOf(`en/concepts/${from}.mdx`), pathOf(`en/concepts/${to}.mdx`));
    const until = Date.now() + WAIT.timeout;
    while ((await Promise.all([to, to, to].map(statusOf))).some((status) => status !== 200))
      assert.ok(Date.now() < until, `${to} did not open:\n${server.output()}`);
    assert.equal(await statusOf(from), 404);
  }
});
