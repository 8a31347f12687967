/** The rules for every built page, of the test base and of the real content. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { LIMITS } from '../limits.ts';
import { filesOf } from './base-copies.ts';
import { find, spoken, type Page } from './pages.ts';
import { GATHERING, scales, type Weight } from './page-weight.ts';

/** Returns the error of a page; empty if there is none. */
export type Rule = (page: Page) => string | Promise<string>;

/** Throws an error with the first invalid pages and their number. */
export async function checkPages(pages: readonly Page[], rule: Rule): Promise<void> {
  const errors: string[] = [];
  for (const page of pages) {
    const text = await rule(page);
    if (text) errors.push(`${page.file}: ${text}`);
  }
  if (errors.length > 0) throw new Error(`${errors.length} of ${pages.length} pages:\n${errors.slice(0, 5).join('\n')}`);
}

// Titles are whole questions (long-title), `section.2` is an id (valid-id), and parse5 writes the value of every attribute, also an empty one (style).
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: { 'long-title': 'off', 'valid-id': ['error', { relaxed: true }], 'attribute-empty-style': 'off', 'attribute-boolean-style': 'off' },
  }),
);

/** A page is valid HTML. */
export const validity: Rule = async ({ html, file }) => {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `line ${line}: ${ruleId}: ${message}`)).join('; ');
};

/** The fast rules, by their description. */
export const RULES: Record<string, Rule> = {
  'every Russian word is marked as Russian': ({ tree }) => {
    const unmarked = spoken(tree).filter(({ text, lang }) => /\p{Script=Cyrillic}/u.test(text) && !lang.startsWith('ru'));
    return unmarked.map(({ text }) => text.trim().slice(0, 60)).join('; ');
  },

  'the frame of a drawing, which is a Tab stop if it scrolls, has a name': ({ tree }) =>
    find(tree, ({ properties }) => [properties.className].flat().includes('diagram-frame'))
      .filter(({ properties: { role, ariaLabel } }) => role !== 'group' || !ariaLabel)
      .map(({ properties }) => JSON.stringify(properties))
      .join(),

  'no page has a script, style or handler of its own': ({ tree }) => {
    const own = find(tree, ({ tagName, properties }) => {
      const handled = Object.entries(properties).some(
        ([name, value]) => /^on[A-Z]/.test(name) || name === 'style' || /^\s*javascript:/i.test(String(value)),
      );
      // JSON-LD is data and is not executed.
      return handled || tagName === 'style' || (tagName === 'script' && !properties.src && properties.type !== 'application/ld+json');
    });
    return own.map(({ tagName }) => tagName).join();
  },

  'every page begins with a policy that forbids everything but what it names': ({ tree }) => {
    const [charset, policy] = find(tree, ({ tagName }) => ['meta', 'link', 'script', 'style', 'title', 'base'].includes(tagName)).map(
      ({ properties }) => properties,
    );
    if (charset?.charSet !== 'utf-8' || String(policy?.httpEquiv) !== 'Content-Security-Policy') return 'the policy is not first';
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
    // Pagefind is WebAssembly. Speculation rules are not executed.
    return others === "'none'" && script === "'self' 'wasm-unsafe-eval' 'inline-speculation-rules'" && narrow ? '' : String(policy?.content);
  },

  'a page is painted after two stylesheets, that of its kind and one small script, and does not wait for the stylesheet of paper': ({
    file,
    tree,
    html,
  }) => {
    const sheets = find(tree, ({ properties }) => [properties.rel].flat().includes('stylesheet')).map(({ properties }) => properties);
    const screen = sheets.filter(({ media }) => media !== 'print').map(({ href }) => String(href));
    const waiting = find(
      tree,
      ({ tagName, properties: { type, async, defer } }) => tagName === 'script' && !/module|json/.test(String(type)) && !async && !defer,
    );
    const isLean = waiting.length === 1 && /\/theme-init\.[\w-]+\.js$/.test(String(waiting[0]!.properties.src));
    const shared = /\/text\.[\w-]+\.css$/.test(screen[1] ?? '') ? ['main', 'text'] : ['main'];
    const most =
      shared.length + (/^(?:[a-z]{2}\/)?print\/index\.html$/.test(file) ? 6 : /<search-panel|\/marks\.css|\/diagram-frame\./.test(html) ? 2 : 1);
    const isDressed =
      sheets.length === screen.length + 1 &&
      screen.length <= most &&
      screen.every((href, at) => /\/(main|text)\.[\w-]+\.css$/.exec(href)?.[1] === shared[at]);
    return isDressed && isLean ? '' : `${screen.length} stylesheets, ${waiting.length} scripts to wait for`;
  },

  'no page loads anything from another host': ({ tree }) => {
    const asked = find(tree, () => true).flatMap(({ tagName, properties: { src, srcSet, href, rel, action, data, poster, xLinkHref } }) => {
      const loads = tagName !== 'a' && !(tagName === 'link' && /canonical|alternate/.test(String(rel)));
      return [src, srcSet, action, data, poster, xLinkHref, loads ? href : undefined].filter(
        (link) => typeof link === 'string' && !/^[/#](?!\/)/.test(link),
      );
    });
    return asked.join();
  },
};

/** A page with its stylesheets, scripts and fonts, and a drawing, are within their size limits. */
export function weightRule(out: string, base: string): Rule {
  // The best quality takes fifty times as long, and only makes a page smaller.
  const [roughly, exactly] = [scales(out, base, 5), scales(out, base)];
  return async (page) => {
    if (/^(?:[a-z]{2}\/)?print\//.test(page.file)) return '';
    const errorOf = ({ html, drawing, style, script, fonts }: Weight): string => {
      const more = /<svg|class="tree"|body class="walk"/.test(page.html) ? LIMITS.drawing : 0;
      const isHeavy = !GATHERING.test(page.file) && html + style + script > LIMITS.page + more;
      const heavy = isHeavy || html + style + script + fonts > LIMITS.withFonts + more || script > LIMITS.script || drawing > LIMITS.drawing;
      return heavy ? `html ${html - drawing}, drawing ${drawing}, style ${style}, script ${script}, fonts ${fonts}` : '';
    };
    return errorOf(await roughly(page)) && errorOf(await exactly(page));
  };
}

/** Lists the stylesheets that load something from another host. */
export async function sheetsThatAsk(out: string): Promise<string[]> {
  const sheets = (await filesOf(out)).filter((file) => /^_astro\/.*\.css$/.test(file));
  const asking = await Promise.all(
    sheets.map(async (file) => /@import|url\(["']?(?!["']?\/(?!\/)|["']?data:)/.test(await readFile(join(out, file), 'utf8'))),
  );
  return sheets.filter((_, at) => asking[at]);
}

/** Whether a page is at an old URL and redirects; only other sites link to such pages. */
export function isForward({ html }: Page): boolean {
  return /<meta name="robots" content="noindex">/.test(html) && /<body class="(?:forward|walk)">/.test(html);
}
