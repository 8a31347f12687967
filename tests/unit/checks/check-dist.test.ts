import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { CSP } from '../../../src/head/csp.ts';
import { checkDist } from '../../../src/checks/check-dist.ts';
import { PAGE_LIMIT } from '../../../src/checks/read-page.ts';

async function errorsIn(files: Record<string, string>, base = '/', facts?: Parameters<typeof checkDist>[2]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dist-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    return checkDist(folder, base, facts);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta http-equiv="Content-Security-Policy" content="${CSP}"><title>T</title></head><body>${body}</body></html>`;

test('Links and fragments with a target are not errors.', async () => {
  assert.deepEqual(
    await errorsIn({
      'index.html': page('<a href="/a/#b">A</a><a href="https://example.org/#x">B</a><a href="#c">C</a><p id="c">'),
      'a/index.html': page('<p id="b">'),
    }),
    [],
  );
});

test('A link within a page leads to an id of that page, in any alphabet.', async () => {
  const links = ['#c', '#%D1%81', '#с', '#', '#gone', '#%ZZ'].map((href) => `<a href="${href}">A</a>`).join('');
  const pages = { 'index.html': page(`${links}<p id="c"><p id="с">`), 'a/index.html': page('<p id="gone">') };
  assert.deepEqual(await errorsIn(pages), [
    'index.html  dead-fragment  “#gone” refers to an id that index.html does not have.',
    'index.html  dead-fragment  “#%ZZ” refers to an id that index.html does not have.',
  ]);
});

test('A link to another site is not a page of this one, whatever its host.', async () => {
  assert.deepEqual(await errorsIn({ 'index.html': page('<a href="http://site/nope">A</a><a href="http://localhost/x#y">B</a>') }), []);
  assert.deepEqual(await errorsIn({ 'index.html': page('<a href="http://localhost:PORT/">A</a>') }), [
    'index.html  bad-url  “http://localhost:PORT/” is not a valid URL.',
  ]);
});

test('A dead link and a dead fragment are reported with their page.', async () => {
  const errors = await errorsIn({ 'index.html': page('<a href="/gone/">A</a><a href="/a/#gone">B</a>'), 'a/index.html': page('') });
  assert.deepEqual(errors, [
    'index.html  dead-link  The target of “/gone/”, gone/index.html, was not built.',
    'index.html  dead-fragment  “/a/#gone” refers to an id that a/index.html does not have.',
  ]);
});

test('A missing image of a link preview is reported, whatever the address of the site.', async () => {
  const meta = (file: string): string => page(`<meta property="og:image" content="https://example.org/s/a/${file}?v=1">`);
  assert.deepEqual(await errorsIn({ 'index.html': meta('card.png'), 's/a/card.png': '' }), []);
  assert.deepEqual(await errorsIn({ 'index.html': meta('gone.png') }), [
    'index.html  dead-link  The target of “/s/a/gone.png”, s/a/gone.png, was not built.',
  ]);
});

test('A link outside the base path is reported.', async () => {
  assert.deepEqual(await errorsIn({ 'index.html': page('<a href="/a/">A</a>') }, '/kb/'), [
    'index.html  dead-link  “/a/” is outside the base path /kb/.',
  ]);
});

test('Duplicate ids, inline styles and inline scripts are reported.', async () => {
  const errors = await errorsIn({ 'index.html': page('<p id="a"></p><p id="a" style="color:red"></p><style>p{}</style><script>run()</script>') });
  assert.deepEqual(
    errors.map((error) => error.split('  ')[1]),
    ['duplicate-id', 'inline-style', 'inline-style', 'inline-script'],
  );
});

test('A data block is not a script.', async () => {
  assert.deepEqual(await errorsIn({ 'index.html': page('<script type="application/ld+json">{}</script>') }), []);
});

test('A page above the limit is reported.', async () => {
  assert.match((await errorsIn({ 'index.html': page('x'.repeat(PAGE_LIMIT)) }))[0]!, /oversized-page/);
});

test('Pages from a template are checked by their known links, and a sample of them is parsed.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dist-'));
  try {
    await writeFile(join(folder, 'index.html'), page('<p id="here">'));
    const known = Array.from({ length: 150 }, (_, at) => ({ file: `s/${String(at).padStart(3, '0')}/index.html`, links: ['/#here'] }));
    known[7]!.links.push('/#gone', '/s/7/card.png');
    for (const { file } of known) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), page('<a href="/nowhere/">Not parsed</a>'));
    }
    assert.deepEqual(checkDist(folder, '/', new Map(), known), [
      's/000/index.html  dead-link  The target of “/nowhere/”, nowhere/index.html, was not built.',
      's/007/index.html  dead-fragment  “/#gone” refers to an id that index.html does not have.',
      's/007/index.html  dead-link  The target of “/s/7/card.png”, s/7/card.png, was not built.',
      's/100/index.html  dead-link  The target of “/nowhere/”, nowhere/index.html, was not built.',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('A page with known facts is not read.', async () => {
  const facts = { ids: new Set<string>(), links: new Set(['/gone/']), errors: ['a-fault  Found before.'] };
  assert.deepEqual(await errorsIn({ 'index.html': page('<a href="/other/">A</a>') }, '/', new Map([['index.html', facts]])), [
    'index.html  a-fault  Found before.',
    'index.html  dead-link  The target of “/gone/”, gone/index.html, was not built.',
  ]);
});
