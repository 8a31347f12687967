/**
 * Keeps the static HTML of the pages with components out of the bundle of a build. A bundler would parse it, copy it and keep each copy: for 1,000 pages
 * 300 MB.
 */
import type { unified } from '@astrojs/markdown-remark';

type Processor = Required<ReturnType<typeof unified>>;

/** On `globalThis`, because the pages are compiled and rendered in two module graphs of one process. */
const KEY = 'static HTML of the compiled pages';
const holder = globalThis as { [key: symbol]: Map<string, string> | undefined };

/** A string that MDX compiled from elements without a component, as JSON. */
const STATIC = /"set:html": ("(?:[^"\\]|\\.)*")/g;

/** Returns the Markdown processor of Astro; in a build, the code that it makes refers to the static HTML. */
export function withoutStaticHtml(processor: ReturnType<typeof unified>, isBuild: () => boolean): Processor {
  return {
    ...processor,
    async createMdxRenderer(shared, mdx) {
      const renderer = await processor.createMdxRenderer!(shared, mdx);
      if (!isBuild()) return renderer;
      return {
        async process(content, path, frontmatter) {
          const compiled = await renderer.process(content, path, frontmatter);
          return { ...compiled, code: withReferences(compiled.code, path) };
        },
      };
    },
  };
}

/** Replaces each static text in the code of a page by a reference to it. `file` names the page. */
export function withReferences(code: string, file: string): string {
  const texts = (holder[Symbol.for(KEY)] ??= new Map());
  let number = 0;
  return code.replace(STATIC, (_, text: string) => {
    const name = `${file}#${(number += 1)}`;
    texts.set(name, JSON.parse(text) as string);
    return `"set:html": globalThis[Symbol.for(${JSON.stringify(KEY)})].get(${JSON.stringify(name)})`;
  });
}
