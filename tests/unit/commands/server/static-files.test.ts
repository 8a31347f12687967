/** Unusual requests: each gets a status, and the server continues. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import { SECURITY } from '../../../../src/hosting/headers.ts';
import { createHandler } from '../../../../src/commands/server/static-files.ts';
import { rangeOf } from '../../../../src/commands/server/request-headers.ts';

const folder = mkdtempSync(join(tmpdir(), 'static-'));
const out = join(folder, 'out');
const LONG = 'Прилив и отлив. '.repeat(500);
let server: Server;
let port: number;

function write(into: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), text);
  }
}

before(async () => {
  write(out, {
    'index.html': '<h1>Front</h1>',
    '404.html': '<h1>No such page</h1>',
    'index.json': '0123456789',
    'empty.txt': '',
    'long.md': LONG,
    'offline/0123456789abcdef.pack': 'pack',
    'a/index.html': 'A',
    'folder/file.txt': 'x',
    '.env': 'SECRET',
    '.well-known/security.txt': 'Contact: a',
    'a/.git/config': 'SECRET',
    'with space/ü.txt': 'ü',
  });
  write(folder, { 'secret.txt': 'SECRET', 'outer/secret.txt': 'SECRET' });
  symlinkSync('../secret.txt', join(out, 'link.txt'));
  symlinkSync('../outer', join(out, 'outer'));
  server = createServer(createHandler(out, '/')).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  ({ port } = server.address() as AddressInfo);
});

after(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Sends a request without normalising the path. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> =>
  new Promise((done, fail) => {
    const sent = httpRequest({ port, host: '127.0.0.1', path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    sent.on('error', fail);
    sent.end();
  });

const RANGES: Record<string, [status: number, body: string, range?: string]> = {
  'bytes=0-0': [206, '0', 'bytes 0-0/10'],
  'bytes=2-4': [206, '234', 'bytes 2-4/10'],
  'bytes=7-': [206, '789', 'bytes 7-9/10'],
  'bytes=7-999': [206, '789', 'bytes 7-9/10'],
  'bytes=-3': [206, '789', 'bytes 7-9/10'],
  'bytes=-99': [206, '0123456789', 'bytes 0-9/10'],
  'bytes=10-': [416, '', 'bytes */10'],
  'bytes=99999999999999999999-': [416, '', 'bytes */10'],
  'bytes=-0': [416, '', 'bytes */10'],
  'bytes=9-3': [200, '0123456789'],
  'bytes=-': [200, '0123456789'],
  'bytes=a-b': [200, '0123456789'],
  'bytes=0-1,3-4': [200, '0123456789'],
  'items=0-1': [200, '0123456789'],
  bytes: [200, '0123456789'],
};
for (const [range, [status, body, shown]] of Object.entries(RANGES)) {
  test(`Range: ${range} is answered with ${status}`, async () => {
    const got = await ask('/index.json', { Range: range });
    assert.deepEqual([got.status, got.body.toString(), got.headers['content-range']], [status, body, shown]);
    const head = await ask('/index.json', { Range: range }, 'HEAD');
    assert.deepEqual([head.status, head.body.length], [status, 0]);
  });
}

test('A range of an empty file and a range with a failed condition get a response', async () => {
  assert.equal((await ask('/empty.txt', { Range: 'bytes=0-0' })).status, 416);
  assert.equal((await ask('/index.json', { Range: 'bytes=0-1', 'If-Range': '"other"' })).status, 200);
  const { headers } = await ask('/index.json');
  assert.equal((await ask('/index.json', { Range: 'bytes=0-1', 'If-Range': String(headers.etag) })).status, 206);
  assert.deepEqual(rangeOf({ range: 'bytes=0-1' }, 10, '"a"', 0), { start: 0, end: 1 });
});

test('Only GET and HEAD are allowed', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const { status, headers } = await ask('/', {}, method);
    assert.deepEqual([status, headers.allow], [405, 'GET, HEAD'], method);
  }
  assert.equal((await ask('/', {}, 'HEAD')).status, 200);
});

test('No path sends a file outside of the folder or a hidden file', async () => {
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/a/../../secret.txt',
    '/a/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/outer/secret.txt',
    '/.env',
    '/a/.git/config',
    '/%2eenv',
    '//secret.txt',
    '//evil.example/..',
    '/a//../secret.txt',
    '/index.json%00',
    '/%00',
    '/%',
    '/%E0%A4%A',
    `/${'a'.repeat(5000)}`,
    `/${'a/'.repeat(2000)}`,
    '/folder/',
    '/folder',
    '/index.json/',
    '/index.json/x',
    '*',
  ]) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.ok(!body.includes('SECRET'), path);
  }
  assert.equal((await ask('/.well-known/security.txt')).body.toString(), 'Contact: a');
  assert.equal((await ask('/with%20space/%C3%BC.txt?x=1')).body.toString(), 'ü');
});

test('A full URL as path and an invalid request do not stop the server', async () => {
  assert.equal((await ask(`http://evil.example/index.json`)).status, 404);
  for (const text of [
    'GARBAGE\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    '\u0016\u0003\u0001',
  ]) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(text);
    await new Promise((done) => socket.resume().once('close', done));
  }
  assert.equal((await ask('/')).status, 200);
});

test('Every response has the headers of the table, and the caching time of its file', async () => {
  for (const [path, caching] of [
    ['/', 'no-cache'],
    ['/nothing/', 'no-cache'],
    ['/offline/0123456789abcdef.pack', 'public, max-age=31536000, immutable'],
  ] as const) {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(SECURITY)) assert.equal(headers[name.toLowerCase()], value, `${path} ${name}`);
    assert.equal(headers['cache-control'], caching);
  }
});

test('An unchanged file gets a 304, with and without compression', async () => {
  const { headers } = await ask('/long.md', { 'Accept-Encoding': 'br' });
  assert.equal((await ask('/long.md', { 'If-None-Match': String(headers.etag) })).status, 304);
  assert.equal((await ask('/long.md', { 'If-Modified-Since': String(headers['last-modified']) })).status, 304);
  assert.equal((await ask('/long.md', { 'If-None-Match': '"other"' })).status, 200);
});

test('A long text is compressed as the browser accepts, and then sent from the stored bodies', async () => {
  for (let time = 0; time < 2; time += 1) {
    const br = await ask('/long.md', { 'Accept-Encoding': 'gzip, br' });
    assert.equal(br.headers['content-encoding'], 'br');
    assert.equal(brotliDecompressSync(br.body).toString(), LONG);
    const gz = await ask('/long.md', { 'Accept-Encoding': 'gzip;q=0.5, br;q=0' });
    assert.equal(gz.headers['content-encoding'], 'gzip');
    assert.equal(gunzipSync(gz.body).toString(), LONG);
  }
  for (const accepted of ['', 'identity', 'br;q=0, gzip;q=0', 'deflate', ';;;q=,,'])
    assert.equal((await ask('/long.md', { 'Accept-Encoding': accepted })).headers['content-encoding'], undefined, accepted);
  assert.equal((await ask('/index.json', { 'Accept-Encoding': 'br' })).headers['content-encoding'], undefined, 'too short');
});

test('Deleted files and a replaced folder do not stop the server, and a page is found again', async () => {
  const next = join(folder, 'next');
  const former = join(folder, 'former');
  const round = { isOver: false };
  const statuses = new Map<number, number>();
  const reader = async (): Promise<void> => {
    while (!round.isOver) {
      const { status } = await ask(['/', '/a/', '/long.md'][statuses.size % 3]!, { 'Accept-Encoding': 'br' });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const readers = Array.from({ length: 4 }, reader);
  const found = (): number => statuses.get(200) ?? 0;
  // On a fast disk thirty rounds are over before as many answers.
  for (let time = 0; time < 30 || (found() < 30 && time < 3000); time += 1) {
    write(next, { 'index.html': `${time}`, '404.html': '', 'a/index.html': 'A', 'long.md': `${LONG}${time}` });
    await rename(out, former);
    await rename(next, out);
    await rm(former, { recursive: true });
  }
  round.isOver = true;
  await Promise.all(readers);
  assert.ok(found() >= 30);
  assert.equal((await ask('/')).status, 200);
  // The only remaining case is a file that is deleted before it is opened; it has a status.
  const others = [...statuses].filter(([status]) => ![200, 500].includes(status));
  assert.deepEqual(others, []);
});

test('No file stays open if the client disconnects before the response begins.', async (context) => {
  const warned: string[] = [];
  // A file that nobody closed is closed by the garbage collection, with a warning.
  const listen = ({ message }: Error): unknown => warned.push(message);
  process.on('warning', listen);
  const handler = createHandler(out, '/');
  // More than a stream reads ahead.
  writeFileSync(join(out, 'large.png'), Buffer.alloc(1_000_000));
  const late = createServer((request, response) => {
    response.once('close', () => handler(request, response));
    request.socket.destroy();
  }).listen(0, '127.0.0.1');
  context.after(() => {
    process.off('warning', listen);
    late.close();
  });
  await new Promise((done) => late.once('listening', done));
  const { port: at } = late.address() as AddressInfo;
  for (let times = 0; times < 20; times += 1) await fetch(`http://127.0.0.1:${at}/large.png`).catch(() => undefined);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // The second one comes after the callbacks of the first.
  for (let times = 0; times < 2; times += 1) {
    await setTimeout(50);
    collect();
  }
  assert.deepEqual(warned, []);
});
