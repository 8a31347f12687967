import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { readHost } from '../../../src/commands/server/listen.ts';
import { serve, type Serving } from '../../../src/commands/serve.ts';

const PAGES = {
  'index.html': '<h1>Front</h1>',
  '404.html': '<h1>No such page</h1>',
  'concepts/tide/index.html': '<h1>Tide</h1>',
  'concepts/tide.md': '# Прилив',
  'llms.txt': 'Прилив',
  'feed.xml': '<feed/>',
  'index.json': '[]',
  'search-index/index.json': '{}',
  '_astro/search-panel.js': 'export {}',
};
const folder = mkdtempSync(join(tmpdir(), 'serve-'));
const servings: Serving[] = [];

before(() => {
  for (const [path, text] of Object.entries(PAGES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

after(async () => {
  await Promise.all(servings.map(({ close }) => close()));
  rmSync(folder, { recursive: true });
});

/** Serves the folder, and records the output. */
async function begin(base = '/', port = 0): Promise<{ origin: string; url: string; said: string[] }> {
  const said: string[] = [];
  const { log } = console;
  console.log = (line: string) => said.push(line);
  const serving = await serve({ folder, port, base }).finally(() => (console.log = log));
  servings.push(serving);
  return { origin: new URL(serving.url).origin, url: serving.url, said };
}

const ask = (url: string) => fetch(url, { redirect: 'manual' });

/** Sends bytes and returns the first line of the response. */
async function statusOf(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), 'localhost').setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.write(bytes, 'latin1');
  let text = '';
  for await (const part of socket) if ((text += String(part)).includes('\r\n')) break;
  return text.split('\r\n')[0]!;
}

test('A request that no handler gets has a status too, and the server continues', async () => {
  const { origin, url } = await begin();
  assert.equal(await statusOf(origin, 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'), 'HTTP/1.1 405 Method Not Allowed');
  assert.equal(await statusOf(origin, `GET / HTTP/1.1\r\nX: ${'a'.repeat(60_000)}\r\n\r\n`), 'HTTP/1.1 431 Request Header Fields Too Large');
  for (const bytes of ['GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n', 'FOO / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00', '\xff\xfe\r\n\r\n'])
    assert.equal(await statusOf(origin, bytes), 'HTTP/1.1 400 Bad Request', JSON.stringify(bytes));
  assert.equal((await ask(url)).status, 200);
});

test('The address is printed', async () => {
  const { url, said } = await begin();
  assert.match(url, /^http:\/\/localhost:\d+\/$/);
  assert.deepEqual(said, [url]);
});

test('If the port is in use, the next free one is used and printed', async () => {
  const taken = Number(new URL((await begin()).url).port);
  const { url, said } = await begin('/', taken);
  const used = Number(new URL(url).port);
  assert.ok(used > taken);
  assert.deepEqual(said, [`Port ${taken} is taken; using ${used}.`, `http://localhost:${used}/`]);
});

test('A page is served at its folder, and the folder without a slash redirects there', async () => {
  const { url } = await begin();
  const page = await ask(`${url}concepts/tide/`);
  assert.equal(page.status, 200);
  assert.equal(await page.text(), PAGES['concepts/tide/index.html']);
  const bare = await ask(`${url}concepts/tide?q=1`);
  assert.equal(bare.status, 301);
  assert.equal(bare.headers.get('location'), '/concepts/tide/?q=1');
});

test('An unknown page gets 404.html and status 404', async () => {
  const { url } = await begin();
  for (const path of ['nothing/', 'concepts/', 'nothing.png', '%E0%A4%A', '..%2f..%2fetc/passwd', '%00']) {
    const answer = await ask(url + path);
    assert.equal(answer.status, 404, path);
    assert.equal(await answer.text(), PAGES['404.html']);
    assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  }
});

const TYPES = {
  '': 'text/html; charset=utf-8',
  'concepts/tide.md': 'text/markdown; charset=utf-8',
  'llms.txt': 'text/plain; charset=utf-8',
  'feed.xml': 'application/xml; charset=utf-8',
  'index.json': 'application/json; charset=utf-8',
  'search-index/index.json': 'application/json; charset=utf-8',
  '_astro/search-panel.js': 'text/javascript; charset=utf-8',
};
for (const [path, type] of Object.entries(TYPES)) {
  test(`/${path} is served as ${type}`, async () => {
    const { url } = await begin();
    assert.equal((await ask(url + path)).headers.get('content-type'), type);
  });
}

for (const base of ['/kb/', '/kb', 'kb']) {
  test(`With BASE_PATH=${base} the site is served under /kb/`, async () => {
    const { origin, url } = await begin(base);
    assert.equal(url, `${origin}/kb/`);
    for (const path of ['/', '/kb']) assert.equal((await ask(origin + path)).headers.get('location'), '/kb/', path);
    assert.equal(await (await ask(`${url}concepts/tide/`)).text(), PAGES['concepts/tide/index.html']);
    assert.equal((await ask(`${url}concepts/tide`)).headers.get('location'), '/kb/concepts/tide/');
    assert.equal((await ask(`${origin}/concepts/tide/`)).status, 404);
    assert.equal((await ask(`${origin}/kbx/`)).status, 404);
  });
}

test('HOST opens the server to other machines, and an invalid one is an error with an example', async () => {
  const serving = await serve({ folder, port: 0, base: '/', host: '0.0.0.0' });
  servings.push(serving);
  assert.match(serving.url, /^http:\/\/0\.0\.0\.0:\d+\/$/);
  assert.equal((await ask(serving.url.replace('0.0.0.0', '127.0.0.1'))).status, 200);
  assert.equal(readHost(undefined), undefined);
  assert.equal(readHost('::'), '::');
  assert.throws(() => readHost('http://x'), { message: /^HOST is "http:\/\/x"; it must be an address of this machine/ });
  await assert.rejects(serve({ folder, port: 0, base: '/', host: '203.0.113.9' }), {
    message: 'HOST is "203.0.113.9", which is not an address of this machine.',
  });
});

test('A folder without a built site is an error', async () => {
  const wrong = join(folder, 'none');
  await assert.rejects(serve({ folder: wrong, port: 0, base: '/' }), {
    message: `There is no built site in ${wrong}. Run "npm run build" first.`,
  });
});
