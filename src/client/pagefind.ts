/** The part of Pagefind's browser API that the search uses (https://pagefind.app/docs/api/). */
export interface Pagefind {
  options(options: { baseUrl?: string; excerptLength?: number }): Promise<void>;
  init(): Promise<void>;
  debouncedSearch(query: string, options?: object, wait?: number): Promise<{ results: PagefindResult[] } | null>;
}

export interface PagefindResult {
  id: string;
  data(): Promise<PagefindPage>;
}

export interface PagefindPage {
  url: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

const loaded = new Map<string, Promise<Pagefind>>();

/** Load the index that stands at `bundle` (ends with a slash), once. Rejects when it cannot be had; a later call tries again. */
export function loadPagefind(bundle: string): Promise<Pagefind> {
  let pagefind = loaded.get(bundle);
  if (!pagefind) {
    pagefind = start(bundle);
    loaded.set(bundle, pagefind);
    pagefind.catch(() => loaded.delete(bundle));
  }
  return pagefind;
}

async function start(bundle: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: bundle.replace(/pagefind\/$/, ''), excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}
