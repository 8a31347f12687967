/**
 * Keeps the static HTML of the pages out of the bundle of a build. A bundler would parse it, copy it and keep each copy: in a base of 1,000 pages
 * 300 MB.
 */

/** On `globalThis`, because the pages are compiled and rendered in two module graphs of one process. */
const KEY = 'static HTML of the compiled pages';
const holder = globalThis as { [key: symbol]: Map<string, string> | undefined };

/** A string that MDX compiled from elements without a component, as JSON. */
const STATIC = /"set:html": ("(?:[^"\\]|\\.)*")/g;

/** Replaces each static text in the code of a page by a reference to it. `file` names the page. */
export function withoutStaticHtml(code: string, file: string): string {
  const texts = (holder[Symbol.for(KEY)] ??= new Map());
  let number = 0;
  return code.replace(STATIC, (_, text: string) => {
    const name = `${file}#${(number += 1)}`;
    texts.set(name, JSON.parse(text) as string);
    return `"set:html": globalThis[Symbol.for(${JSON.stringify(KEY)})].get(${JSON.stringify(name)})`;
  });
}
