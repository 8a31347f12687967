import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishJob, pageWorkers, startPageWorkers } from '../../../src/checks/page-workers.ts';
import { readPage } from '../../../src/checks/read-page.ts';
import { BODY_PLACE, PRELOADS_PLACE, SETTINGS_PLACE, type PageBody } from '../../../src/views/finish-page.ts';

const document = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>${PRELOADS_PLACE}</head><body><a href="#text">Skip</a>${BODY_PLACE}<footer>${SETTINGS_PLACE}</footer></body></html>`;

const body = (html: string): PageBody => ({
  html,
  lang: 'en',
  languages: ['en', 'ru'],
  fonts: { always: ['/kb/a.woff2'] },
  redirects: [{ name: 'old', on: 'new', line: 'Moved.' }],
  isBook: false,
  settings: '<dialog id="keys"><a href="/kb/keys/">Keys</a></dialog>',
});

test('Pages are finished in threads as they are in the thread that renders, in any order.', async () => {
  const workers = startPageWorkers(2, '/kb/');
  try {
    assert.equal(pageWorkers(), workers);
    const texts = Array.from({ length: 20 }, (_, at) => body(`<p id="new">Page ${at}, art. ${at}.</p>`.repeat(at % 3 ? 1 : 500)));
    const finished = await Promise.all(texts.map((text, at) => workers.finish(document, text, `/kb/page-${at}/`)));
    const expected = texts.map((text, at) => finishJob({ document, body: text, file: `page-${at}/index.html`, base: '/kb/' }));
    assert.deepEqual(
      finished,
      expected.map(({ html }) => html),
    );
    assert.deepEqual(workers.read, new Map(expected.map(({ built }, at) => [`page-${at}/index.html`, built])));
  } finally {
    await workers.end();
  }
  assert.equal(pageWorkers(), undefined);
});

test('Without threads, the thread that renders finishes every page.', async () => {
  const workers = startPageWorkers(0, '/');
  const expected = finishJob({ document, body: body('<p>One</p>'), file: 'page/index.html', base: '/' });
  assert.equal(await workers.finish(document, body('<p>One</p>'), '/page/'), expected.html);
  assert.deepEqual([...workers.read], [['page/index.html', expected.built]]);
  await workers.end();
});

test('While a thread has much to do, the thread that renders finishes a page itself.', async () => {
  const workers = startPageWorkers(1, '/');
  try {
    const ended: string[] = [];
    const finish = async (name: string, html: string): Promise<void> => {
      await workers.finish(document, body(html), `/${name}/`);
      ended.push(name);
    };
    await Promise.all([finish('volume', `<p>${'Words. '.repeat(150_000)}</p>`), finish('page', '<p>Words.</p>')]);
    assert.deepEqual(ended, ['page', 'volume']);
  } finally {
    await workers.end();
  }
});

/** What a reader of the HTML finds is what the check of the trees finds. */
const PAGES = {
  'ids and links': '<p id="new"><a href="/kb/x/#y">One</a> <a href="https://example.org/">two</a></p><p id="new">Twice</p>',
  'an inline style and a foreign element': '<p style="color:red">One</p><object data="/kb/x"></object>',
  'a script': '<script>alert(1)</script><p>One</p>',
  'an id that the settings have': '<p id="keys">One</p>',
  noscript: '<noscript><meta http-equiv="refresh" content="0"></noscript><p title="</noscript">One</p>',
  'elements in wrong places':
    '<p>One<div>Two</div></p><table><p>Three</p><tr><td>Four</td></tr></table><a href="/kb/a/">Five <a href="/kb/b/">six</a></a>',
};

for (const [name, html] of Object.entries(PAGES)) {
  test(`The trees of a page show what its HTML shows: ${name}.`, () => {
    const { html: whole, built } = finishJob({ document, body: body(html), file: 'x/index.html', base: '/kb/' });
    assert.deepEqual(built, { ...readPage(whole, 'x/index.html', '/kb/'), chapters: [] });
  });
}

test('The error of a page that cannot be finished is that of the build, and names the page.', async () => {
  const workers = startPageWorkers(1, '/');
  try {
    const finishing = workers.finish(document, { ...body('<p>One</p>'), fonts: undefined as never }, '/page/');
    await assert.rejects(finishing, /^Error: The page page\/index\.html could not be finished: /);
  } finally {
    await workers.end();
  }
});

test('A thread that ended while it had no page rejects its next one.', async () => {
  const workers = startPageWorkers(1, '/');
  await workers.end();
  await assert.rejects(workers.finish(document, body('<p>One</p>'), '/page/'), /^Error: The worker that finishes pages exited with code \d\.$/);
});
