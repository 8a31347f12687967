import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPage } from '../../../src/checks/read-page.ts';
import { CSP } from '../../../src/head/csp.ts';

const policy = `<meta http-equiv="Content-Security-Policy" content="${CSP}">`;
const errorsOf = (html: string, file = 'a/index.html', head = policy): string[] =>
  readPage(`<!doctype html><html lang="en"><head>${head}<title>T</title></head><body>${html}</body></html>`, file, '/kb/').errors;

test('The HTML of a page of the site has no error.', () => {
  assert.deepEqual(
    errorsOf(`<script src="/kb/_astro/a.js" type="module"></script><script type="application/ld+json">{}</script>
      <search-box data-x="1" hidden><form action="/kb/search/" role="search"><input name="q" type="search" autocomplete="off"></form></search-box>
      <a href="https://example.org/?a=1" rel="external" lang="ru">x</a><a href="mailto:a@example.org">y</a><a href="#b">z</a><a href="../b.md">r</a>
      <svg class="diagram" viewBox="0 0 1 1" aria-hidden="true"><marker id="m" markerWidth="8"><path d="M0 0" marker-end="url(#m)"/></marker></svg>
      <button type="button" popovertarget="p" aria-expanded="false">b</button><img src="/kb/a.png" alt="" width="1">`),
    [],
  );
});

const HOSTILE: Record<string, string> = {
  'a refresh': '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  'a refresh into the site': '<meta http-equiv="refresh" content="0; url=/kb/b/">',
  'a script from elsewhere': '<script src="https://evil.example/x.js"></script>',
  'a script from another host by two slashes': '<script src="//evil.example/x.js"></script>',
  'a script from outside of the base path': '<script src="/other/x.js"></script>',
  'a script of a strange type': '<script type="text/babel" src="/kb/x.js"></script>',
  'a map of imports': '<script type="importmap">{}</script>',
  'a frame': '<iframe src="/kb/"></iframe>',
  'an object': '<object data="/kb/x.swf"></object>',
  'a base': '<base href="https://evil.example/">',
  'a handler': '<p onclick="x()">a</p>',
  'a handler with an unusual name': '<p onpointerrawupdate="x()">a</p>',
  'a link that runs': '<a href="javascript:x()">a</a>',
  'a link that runs, in disguise': '<a href=" java&#10;script:x()">a</a>',
  'a link of data': '<a href="data:text/html,x">a</a>',
  'a link with a backslash': '<a href="/\\evil.example">a</a>',
  'a link that reports': '<a href="/kb/" ping="https://evil.example/">a</a>',
  'a form to elsewhere': '<form action="https://evil.example/"><input name="q"></form>',
  'a form that sends': '<form action="/kb/search/" method="post"></form>',
  'a button that overrules its form': '<form action="/kb/"><button formaction="https://evil.example/">a</button></form>',
  'a picture from elsewhere': '<img src="https://evil.example/x.png" alt="">',
  'pictures from elsewhere': '<img src="/kb/a.png" srcset="https://evil.example/x.png 2x" alt="">',
  'a stylesheet from elsewhere': '<link rel="stylesheet" href="https://evil.example/x.css">',
  'a preload from elsewhere': '<link rel="preload canonical" href="https://evil.example/x.css">',
  'a frame written out': '<p srcdoc="<script>x()</script>">a</p>',
  'text that a reader can edit': '<p contenteditable>a</p>',
  'a video': '<video src="/kb/a.mp4"></video>',
  'a foreign object': '<svg><foreignObject><p>a</p></foreignObject></svg>',
  'an animation of a link': '<svg><a href="#a"><animate attributeName="href" to="javascript:x()"/></a></svg>',
  'a link of SVG': '<svg><a xlink:href="javascript:x()">a</a></svg>',
  'a part of another file': '<svg><use href="https://evil.example/x.svg#a"/></svg>',
  'another policy': `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  'a template, whose content only scripts show': '<template><p>a</p></template>',
  'a refresh that only browsers with scripts see':
    '<noscript><p title="</noscript><meta http-equiv=refresh content=0;url=https://evil.example/>">a</p></noscript>',
  'a comment that hides the end of a noscript': '<noscript><!-- </noscript><meta http-equiv=refresh content=0> --></noscript>',
  'a cookie': '<meta http-equiv="set-cookie" content="a=b">',
};
for (const [name, html] of Object.entries(HOSTILE)) {
  test(`${name} on a page is an error`, () => {
    const errors = errorsOf(html);
    assert.ok(
      errors.some((error) => error.startsWith('foreign-html  ')),
      errors.join('\n'),
    );
  });
}

test('A share page redirects a reader without scripts, and only within the site.', () => {
  const forward = (to: string): string => `<noscript><meta http-equiv="refresh" content="0; url=${to}"></noscript>`;
  assert.deepEqual(errorsOf('', 's/fruit.a/index.html', policy + forward('/kb/concepts/fruit/#a')), []);
  for (const to of ['https://evil.example/', '//evil.example/', '/elsewhere/', 'javascript:x()'])
    assert.equal(errorsOf('', 's/fruit.a/index.html', policy + forward(to)).length, 1, to);
  assert.equal(errorsOf('', 'concepts/fruit/index.html', policy + forward('/kb/')).length, 1);
});

test('A page without a policy is an error.', () => {
  assert.deepEqual(errorsOf('', 'a/index.html', ''), ['no-policy  The page has no Content-Security-Policy.']);
});
