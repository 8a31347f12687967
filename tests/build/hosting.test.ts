/** The site behind real servers, at the root and under a path: headers, types, redirects, search, offline, and an empty console. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright';
import { generate } from 'selfsigned';
import { findBrowser, launchArguments } from '../../src/commands/environment/find-chromium.ts';
import { writeIds } from '../../src/commands/ids.ts';
import { updatePermalinks } from '../../src/commands/permalinks.ts';
import { caddyfile } from '../../src/hosting/caddy.ts';
import { cachingOf, HSTS, SECURITY, typeOf } from '../../src/hosting/headers.ts';
import { nginxConfig } from '../../src/hosting/nginx.ts';
import { run, temporaryFolder, tomato } from './base-copies.ts';
import { findServer, freePort, start, type Running } from './servers.ts';

const folder = temporaryFolder();
/** The key of a source, as long as a key can be: the maps of nginx have a limit. */
const GONE = 'robertson-v-salomon-and-every-other-case-on-white-beans-1889';
const BASES = { root: '/', path: '/kb/' } as const;

interface Answered {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** A published base with one renamed and one withdrawn page, built for each base path. */
before(async () => {
  const content = await tomato(join(folder, 'content'));
  const edit = (file: string, change: (text: string) => string): void =>
    writeFileSync(join(content, file), change(readFileSync(join(content, file), 'utf8')));
  const assertGood = ({ good, output }: { good: boolean; output: string }): void => assert.ok(good, output);
  const rename = async (from: string, to: string): Promise<void> => {
    for (const file of (await readdir(content, { recursive: true })).filter((one) => /\.(?:mdx|yaml)$/.test(one)))
      edit(file, (text) => text.replaceAll(from, to));
  };
  renameSync(join(content, 'sources/robertson-v-salomon.yaml'), join(content, `sources/${GONE}.yaml`));
  await rename('robertson-v-salomon', GONE);
  assertGood(await writeIds(content));
  assertGood(await updatePermalinks(content, '2026-01-01', { isNew: true }));
  renameSync(join(content, 'en/concepts/ordinary-meaning.mdx'), join(content, 'en/concepts/plain-meaning.mdx'));
  for (const file of (await readdir(content, { recursive: true })).filter((one) => /^(?!sources|diagrams|permalinks).*\.(?:mdx|yaml)$/.test(one)))
    edit(file, (text) => text.replaceAll('ordinary-meaning', 'plain-meaning'));
  renameSync(join(content, `sources/${GONE}.yaml`), join(folder, 'gone.yaml'));
  await rename(GONE, 'nix-v-hedden');
  writeFileSync(join(content, 'redirects.yaml'), `ordinary-meaning: plain-meaning\n${GONE}: { withdrawn: 2026-02-02, reason: It was a double. }\n`);
  assertGood(await updatePermalinks(content, '2026-02-02'));
  for (const [name, base] of Object.entries(BASES)) {
    const { code, output } = await run('build', {
      CONTENT_DIR: content,
      OUT_DIR: join(folder, name),
      BASE_PATH: base,
      SITE_URL: 'https://kb.example.org',
      ...(name === 'root' ? { PRECOMPRESS: '1' } : {}),
    });
    assert.equal(code, 0, output);
  }
});

const ask = (url: string, headers: Record<string, string> = {}): Promise<Answered> =>
  new Promise((done, fail) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const sent = send(url, { headers, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done({ status: response.statusCode!, headers: response.headers as Answered['headers'], body: Buffer.concat(parts) }));
    });
    sent.on('error', fail).end();
  });

const SERVERS: Record<string, (name: keyof typeof BASES, own: string) => Promise<(Running & { url: string }) | undefined>> = {
  async nginx(name, own) {
    const path = findServer('nginx');
    if (!path) return undefined;
    const [http, https] = [await freePort(), await freePort()];
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
    await writeFile(join(own, 'key.pem'), key);
    await writeFile(join(own, 'cert.pem'), cert);
    const site = nginxConfig({
      base: BASES[name],
      folder: join(folder, name),
      host: 'localhost',
      http,
      https,
      certificate: join(own, 'cert.pem'),
      key: join(own, 'key.pem'),
    });
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(own, kind)};`).join(' ');
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    await writeFile(
      join(own, 'nginx.conf'),
      `daemon off; ${user} pid ${join(own, 'pid')}; error_log stderr; events {} http { access_log off; ${temporary}\n${site}\n}`,
    );
    const running = await start(path, ['-p', own, '-c', join(own, 'nginx.conf')], http);
    const moved = await ask(`http://localhost:${http}/a?b=1`);
    assert.deepEqual([moved.status, moved.headers.location], [301, `https://localhost:${https}/a?b=1`]);
    return { ...running, url: `https://localhost:${https}` };
  },
  async caddy(name, own) {
    const path = findServer('caddy');
    if (!path) return undefined;
    const port = await freePort();
    const site = caddyfile({ base: BASES[name], folder: join(folder, name), address: `http://localhost:${port}` });
    await writeFile(join(own, 'Caddyfile'), `{\n    admin off\n}\n${site}`);
    const running = await start(path, ['run', '--config', join(own, 'Caddyfile'), '--adapter', 'caddyfile'], port, {
      XDG_DATA_HOME: own,
      XDG_CONFIG_HOME: own,
      HOME: own,
    });
    return { ...running, url: `http://localhost:${port}` };
  },
};

for (const [server, begin] of Object.entries(SERVERS)) {
  for (const name of Object.keys(BASES) as (keyof typeof BASES)[]) {
    const base = BASES[name];
    describe(`${server}, at ${base}`, () => {
      let running: (Running & { url: string }) | undefined;
      let site = '';

      /** Skips the tests if the server is not available. */
      test('The server starts with the generated configuration', async (context) => {
        const own = join(folder, `${server}-${name}`);
        await mkdir(own);
        running = await begin(name, own);
        if (!running) return context.skip(`there is no ${server} here and no package of it`);
        site = running.url + base;
      });

      test('Every kind of file has its type, its time and the headers of the table', async (context) => {
        if (!running) return context.skip();
        const hashed = (await readdir(join(folder, name, '_astro'))).find((file) => file.endsWith('.css'))!;
        const pack = `offline/${(await readdir(join(folder, name, 'offline'))).find((file) => file.endsWith('.pack'))!}`;
        const paths = [
          '',
          'concepts/fruit/',
          'concepts/fruit.md',
          'llms.txt',
          'index.json',
          'sitemap-0.xml',
          'favicon.svg',
          'offline.js',
          `_astro/${hashed}`,
          pack,
        ];
        for (const path of paths) {
          const { status, headers } = await ask(site + path);
          assert.equal(status, 200, path);
          const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
          assert.equal(headers['content-type'], typeOf(file), path);
          assert.equal(headers['cache-control'], cachingOf(file), path);
          for (const [header, value] of Object.entries({ ...SECURITY, 'Strict-Transport-Security': HSTS }))
            assert.equal(headers[header.toLowerCase()], value, `${path} ${header}`);
          assert.ok(headers.etag || headers['last-modified'], path);
        }
      });

      test('No rule of Mozilla’s Observatory fails', async (context) => {
        if (!running) return context.skip();
        const { headers } = await ask(site);
        const csp = headers['content-security-policy']!;
        assert.match(csp, /^default-src 'none';/);
        assert.doesNotMatch(csp, /unsafe-inline|'unsafe-eval'|data:|https?:|\*/);
        assert.match(csp, /frame-ancestors 'none'/);
        assert.match(csp, /base-uri 'none'/);
        assert.match(csp, /form-action 'self'/);
        assert.equal(headers['set-cookie'], undefined);
        assert.equal(headers['access-control-allow-origin'], undefined);
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.ok(Number(/max-age=(\d+)/.exec(headers['strict-transport-security']!)?.[1]) >= 15_768_000);
        assert.match(headers['referrer-policy']!, /^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/);
        assert.equal(headers['x-frame-options'], 'DENY');
        assert.doesNotMatch(headers.server ?? '', /\d/);
      });

      test('A long text is compressed, and a range of a file is sent', async (context) => {
        if (!running) return context.skip();
        for (const path of ['', 'concepts/fruit.md', 'index.json']) {
          const { headers } = await ask(site + path, { 'Accept-Encoding': 'gzip' });
          assert.equal(headers['content-encoding'], 'gzip', path);
          assert.match(headers.vary ?? '', /accept-encoding/i);
        }
        const { status, body } = await ask(`${site}favicon.svg`, { Range: 'bytes=0-3' });
        assert.deepEqual([status, body.length], [206, 4]);
      });

      test('An unknown path gets the 404 page and status 404, and hidden files are not sent', async (context) => {
        if (!running) return context.skip();
        const page = await readFile(join(folder, name, '404.html'), 'utf8');
        for (const path of [
          'nothing/',
          'nothing.md',
          'concepts/nothing.png',
          '.hosting/nginx-moves.conf',
          '.hosting/caddy-moves.conf',
          '.nojekyll',
        ]) {
          const { status, headers, body } = await ask(site + path);
          assert.equal(status, 404, path);
          assert.equal(body.toString(), page, path);
          assert.equal(headers['content-type'], 'text/html; charset=utf-8', path);
          assert.equal(headers['x-content-type-options'], 'nosniff');
          assert.equal(headers['cache-control'], 'no-cache', path);
        }
      });

      test('A folder and the base path without their slash are redirected', async (context) => {
        if (!running) return context.skip();
        const { status, headers } = await ask(`${site}concepts/fruit`);
        assert.ok([301, 308].includes(status), String(status));
        assert.equal(new URL(headers.location!, site).href, `${site}concepts/fruit/`);
        if (base !== '/') assert.equal(new URL((await ask(site.slice(0, -1))).headers.location!, site).href, site);
      });

      test('A moved page gets a 301, and a withdrawn page a 410 with its text', async (context) => {
        if (!running) return context.skip();
        const moved = await ask(`${site}concepts/ordinary-meaning/`);
        assert.deepEqual([moved.status, new URL(moved.headers.location!, site).href], [301, `${site}concepts/plain-meaning/`]);
        const gone = await ask(`${site}sources/${GONE}/`);
        assert.equal(gone.status, 410);
        assert.match(gone.body.toString(), /It was a double\./);
        assert.equal(gone.headers['content-type'], 'text/html; charset=utf-8');
      });

      test('Pages, search and reading offline work in a browser, with an empty console', { timeout: 180_000 }, async (context) => {
        // Each server and each base path once: the other tests have both of each.
        const executablePath = (server === 'nginx') === (name === 'path') ? await findBrowser() : undefined;
        if (!running || !executablePath) return context.skip();
        // On a busy machine Chromium takes the connection for a slow one, over which the site is not stored.
        const args = [...launchArguments(), '--ignore-certificate-errors', '--force-effective-connection-type=4G'];
        const browser = await chromium.launch({ executablePath, args });
        try {
          const page = await browser.newPage({ ignoreHTTPSErrors: true });
          const messages: string[] = [];
          page.on(
            'console',
            (message) => ['error', 'warning'].includes(message.type()) && messages.push(`${message.text()} ${message.location().url}`),
          );
          page.on('pageerror', (error) => messages.push(error.message));
          await page.goto(site);
          // The site is stored from the second page on.
          await page.goto(`${site}concepts/vegetable/`);
          await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
          await page.keyboard.press('/');
          await page.locator('.search-dialog input').fill('vegetable');
          await page.locator('.results a').first().waitFor();
          await page.goto(`${site}concepts/ordinary-meaning/#dictionaries`);
          assert.equal(page.url(), `${site}concepts/plain-meaning/#dictionaries`);
          await page.waitForFunction(() => Boolean(navigator.serviceWorker.controller));
          await running.stop();
          running = undefined;
          await page.goto(`${site}concepts/fruit/`);
          assert.equal(await page.locator('h1').textContent(), 'Fruit');
          assert.deepEqual(messages, []);
        } finally {
          await browser.close();
        }
      });

      // A running server would keep the test process alive.
      after(() => running?.stop());
    });
  }
}
