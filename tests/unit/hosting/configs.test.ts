import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { hostingConfigs } from '../../../src/commands/hosting.ts';
import { headersFile } from '../../../src/hosting/headers-file.ts';
import { cachingOf, SECURITY, typeOf } from '../../../src/hosting/headers.ts';
import { caddyMoves, nginxMoves, redirectsFile, type Move } from '../../../src/hosting/redirects-file.ts';

const root = join(import.meta.dirname, '../../..');

test('deploy/nginx.conf and deploy/Caddyfile are what npm run hosting writes.', async () => {
  for (const [name, text] of Object.entries(hostingConfigs({}))) assert.equal(await readFile(join(root, 'deploy', name), 'utf8'), text, name);
});

test('A configuration is written for another address, path and folder.', () => {
  const { 'nginx.conf': nginx = '', Caddyfile: caddy = '' } = hostingConfigs({
    SITE_URL: 'https://kb.example.net',
    BASE_PATH: '/kb/',
    FOLDER: '/var/www/kb',
  });
  assert.match(nginx, /server_name kb\.example\.net;/);
  assert.match(nginx, /"~\^\/kb\/_astro\/" "public, max-age=31536000, immutable";/);
  assert.match(nginx, /alias \/var\/www\/kb\/;/);
  assert.match(caddy, /^kb\.example\.net \{$/m);
  assert.match(caddy, /root \* \/var\/www\/kb/);
  assert.match(caddy, /redir \/kb \/kb\/ 301/);
  assert.match(hostingConfigs({ LISTEN: ':8080' }).Caddyfile!, /^:8080 \{$/m);
});

test('Hashed files may be cached for ever, pages only with a conditional request.', () => {
  for (const path of ['_astro/a.B1c2.js', 'search-index/1749cd4592/t0.json', 'pagefind/index/zz_cede5ea.pf_index', 'offline/489482478b11aaaa.pack'])
    assert.match(cachingOf(path), /immutable/, path);
  for (const path of [
    'index.html',
    'offline.js',
    'search-index/index.json',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'concepts/fruit.md',
    'a_astro/x.js',
  ])
    assert.equal(cachingOf(path), 'no-cache', path);
});

test('Every extension of a built site has a type, and every text a charset.', async () => {
  const extensions = new Set<string>();
  for (const name of await readdir(join(root, 'public'))) extensions.add(name);
  for (const path of ['a.html', 'a.md', 'a.txt', 'a.xml', 'a.js', 'a.css', 'a.json', 'a.svg', ...extensions].filter((one) => !one.startsWith('.')))
    assert.match(typeOf(path), /charset=utf-8|^image\/png|^font|^application\/pdf/, path);
  assert.equal(typeOf('a.unknown'), 'application/octet-stream');
});

test('_headers has the security headers for every path under the base.', () => {
  const text = headersFile('/kb/');
  assert.match(text, /^\/kb\/\*\n/);
  for (const [name, value] of Object.entries(SECURITY)) assert.ok(text.includes(`\n  ${name}: ${value}\n`), name);
  // Hosts join the values of a header that two rules set.
  const paths = text.split('\n').filter((line) => line.startsWith('/'));
  assert.equal(new Set(paths).size, paths.length);
  assert.ok(!/^\/kb\/\*\n(?: .*\n)* {2}Cache-Control/.test(text));
});

test('Moves are written for each kind of host.', () => {
  const moves: Move[] = [
    { from: '/kb/a/', status: 301, to: '/kb/b/' },
    { from: '/kb/c/', status: 410 },
  ];
  assert.equal(redirectsFile(moves), '# Pages that moved. Written by the build from redirects.yaml.\n/kb/a/ /kb/b/ 301!\n/kb/a/ /kb/b/ 301\n');
  assert.match(nginxMoves(moves), /map \$uri \$moved \{\n {4}volatile;\n {4}default "";\n {4}"\/kb\/a\/" "\/kb\/b\/";\n\}/);
  assert.match(nginxMoves(moves), /"\/kb\/c\/" "\/kb\/c\/index\.html";/);
  assert.match(caddyMoves(moves), /^redir \/kb\/a\/ \/kb\/b\/ 301$/m);
  assert.match(caddyMoves(moves), /^handle \/kb\/c\/ \{\n {4}error "Withdrawn" 410\n\}$/m);
});
