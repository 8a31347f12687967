/** The real content, built twice: once in its own time zone and language, once elsewhere. */
import assert from 'node:assert/strict';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import { LinkChecker } from 'linkinator';
import { serve } from '../../src/commands/serve.ts';
import { filesOf, hashesOf, root, run, temporaryFolder } from './building.ts';
import { find, readPages, spoken, type Page } from './pages.ts';
import { GATHERING, LIMITS, scales, weighClient } from './weights.ts';

const folder = temporaryFolder();
const out = join(folder, 'first/out');
let pages: Page[];

before(async () => {
  await cp(join(root, 'content'), join(folder, 'first/content'), { recursive: true });
  const { code, output } = await run('build', { CONTENT_DIR: join(folder, 'first/content'), OUT_DIR: out, TZ: 'UTC', LANG: 'C' });
  assert.equal(code, 0, output);
  pages = await readPages(out);
  assert.ok(pages.length > 100, 'there is a site to look at');
});

/** Fail with the first few pages that have a fault, and how many there are. */
async function assertPages(fault: (page: Page) => string | Promise<string>): Promise<void> {
  const faults: string[] = [];
  for (const page of pages) {
    const text = await fault(page);
    if (text) faults.push(`${page.file}: ${text}`);
  }
  assert.equal(faults.length, 0, faults.slice(0, 5).join('\n'));
}

test('the same content gives the same bytes, in another folder, time zone and language', async () => {
  await cp(join(folder, 'first/content'), join(folder, 'second/copy'), { recursive: true });
  const { code, output } = await run('build', {
    CONTENT_DIR: join(folder, 'second/copy'),
    OUT_DIR: join(folder, 'second/dist'),
    TZ: 'Asia/Kamchatka',
    LANG: 'ru_RU.UTF-8',
    LC_ALL: 'ru_RU.UTF-8',
  });
  assert.equal(code, 0, output);
  assert.deepEqual(await hashesOf(join(folder, 'second/dist')), await hashesOf(out));
});

test('every page is valid HTML', async () => {
  // Of the recommended rules one is off and one is eased: titles are whole questions (long-title), and `section.2` is an address (valid-id).
  const config: ConfigData = {
    root: true,
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'valid-id': ['error', { relaxed: true }] },
  };
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  await assertPages(async ({ html, file }) => {
    const { results } = await validator.validateString(html, file);
    return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `line ${line}: ${ruleId}: ${message}`)).join('; ');
  });
});

test('every Russian word is marked as Russian', async () => {
  await assertPages(({ tree }) => {
    const unmarked = spoken(tree).filter(({ text, lang }) => /\p{Script=Cyrillic}/u.test(text) && !lang.startsWith('ru'));
    return unmarked.map(({ text }) => text.trim().slice(0, 60)).join('; ');
  });
});

test('no page has a script, style or handler of its own', async () => {
  await assertPages(({ tree }) => {
    const own = find(tree, ({ tagName, properties }) => {
      const handled = Object.entries(properties).some(
        ([name, value]) => /^on[A-Z]/.test(name) || name === 'style' || /^\s*javascript:/i.test(String(value)),
      );
      // Linked data is read and never run.
      return handled || tagName === 'style' || (tagName === 'script' && !properties.src && properties.type !== 'application/ld+json');
    });
    return own.map(({ tagName }) => tagName).join();
  });
});

test('every page begins with a policy that forbids everything but what it names', async () => {
  await assertPages(({ tree }) => {
    const [charset, policy] = find(tree, ({ tagName }) => ['meta', 'link', 'script', 'style', 'title', 'base'].includes(tagName)).map(
      ({ properties }) => properties,
    );
    if (charset?.charSet !== 'utf-8' || String(policy?.httpEquiv) !== 'Content-Security-Policy') return 'it does not stand first';
    const {
      'default-src': others,
      'script-src': script,
      ...rest
    } = Object.fromEntries(
      String(policy?.content)
        .split('; ')
        .map((directive) => [directive.split(' ', 1)[0], directive.replace(/^\S+ /, '')]),
    );
    const narrow = Object.values(rest).every((sources) => sources === "'self'" || sources === "'none'");
    // Pagefind is WebAssembly. Rules of what to fetch early cannot run.
    return others === "'none'" && script === "'self' 'wasm-unsafe-eval' 'inline-speculation-rules'" && narrow ? '' : String(policy?.content);
  });
});

test('a page waits for the stylesheet of all, for that of a text where it has one, for that of its kind, and for the few bytes that know the chosen colours; for paper it waits not', async () => {
  await assertPages(({ file, tree, html }) => {
    const sheets = find(tree, ({ properties }) => [properties.rel].flat().includes('stylesheet')).map(({ properties }) => properties);
    const screen = sheets.filter(({ media }) => media !== 'print').map(({ href }) => String(href));
    const waiting = find(
      tree,
      ({ tagName, properties: { type, async, defer } }) => tagName === 'script' && !/module|json/.test(String(type)) && !async && !defer,
    );
    const isLean = waiting.length === 1 && /\/theme\.[\w-]+\.js$/.test(String(waiting[0]!.properties.src));
    const shared = /class="(?:mark|footnotes|decision|walk)"/.test(html) ? ['page', 'text'] : ['page'];
    const most = shared.length + (file === 'print/index.html' ? 6 : /<search-panel|\/marks\.css/.test(html) ? 2 : 1);
    const isDressed =
      sheets.length === screen.length + 1 &&
      screen.length <= most &&
      screen.every((href, at) => /\/(page|text)\.[\w-]+\.css$/.exec(href)?.[1] === shared[at]);
    return isDressed && isLean ? '' : `${screen.length} stylesheets, ${waiting.length} scripts to wait for`;
  });
});

test('no page and no stylesheet asks another host for anything', async () => {
  await assertPages(({ tree }) => {
    const asked = find(tree, () => true).flatMap(({ tagName, properties: { src, srcSet, href, rel, action, data, poster, xLinkHref } }) => {
      const loads = tagName !== 'a' && !(tagName === 'link' && /canonical|alternate/.test(String(rel)));
      return [src, srcSet, action, data, poster, xLinkHref, loads ? href : undefined].filter(
        (link) => typeof link === 'string' && !/^[/#](?!\/)/.test(link),
      );
    });
    return asked.join();
  });
  for (const file of await filesOf(out)) {
    if (!/^_astro\/.*\.css$/.test(file)) continue;
    const css = await readFile(join(out, file), 'utf8');
    assert.doesNotMatch(css, /@import|url\(["']?(?!["']?\/(?!\/)|["']?data:)/, file);
  }
});

test('a page with its stylesheet and scripts is light, and a drawing adds little', async () => {
  const weigh = scales(out);
  await assertPages(async (page) => {
    if (GATHERING.test(page.file)) return '';
    const { html, drawing, style, script } = await weigh(page);
    const most = LIMITS.page + (/<svg|class="tree"|body class="walk"/.test(page.html) ? LIMITS.drawing : 0);
    const heavy = html + style + script > most || script > LIMITS.script || drawing > LIMITS.drawing;
    return heavy ? `html ${html - drawing}, drawing ${drawing}, style ${style}, script ${script}` : '';
  });
  const drawn = await Promise.all(pages.filter(({ file }) => /^decide\/[^/]+\/index/.test(file)).map(weigh));
  assert.ok(drawn.length > 0 && drawn.every(({ drawing }) => drawing > 500), 'the drawings of the trees are weighed');
});

test('the client code of all pages together is light, the engine of the search apart', async () => {
  const { all, engine } = await weighClient(out);
  assert.ok(engine > 1024 && all - engine <= LIMITS.client, `${all} bytes, ${engine} of them the engine`);
});

test('every link and fragment of the served site leads somewhere, and every page is linked', async () => {
  const { url, close } = await serve({ folder: out, port: 0, base: '/' });
  const { links } = await new LinkChecker().check({
    path: url,
    recurse: true,
    checkFragments: true,
    linksToSkip: async (link) => !link.startsWith(url),
  });
  await close();
  assert.deepEqual(
    links.filter(({ state }) => state === 'BROKEN').map(({ url: to, parent }) => `${parent} → ${to}`),
    [],
  );
  const seen = new Set(links.map(({ url: to }) => to.slice(url.length)));
  const forwards = new Set(
    pages
      .filter(({ html }) => /<meta name="robots" content="noindex">/.test(html) && /<body class="(?:forward|walk)">/.test(html))
      .map(({ file }) => file.replace(/index\.html$/, '')),
  );
  const built = pages.map(({ file }) => file.replace(/index\.html$/, ''));
  assert.deepEqual(
    // An old URL or walk that leads on is linked from other sites only.
    built.filter((path) => path !== '404.html' && !seen.has(path) && !forwards.has(path)),
    [],
  );
});
