/** Parses built pages. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { filesOf } from './base-copies.ts';

export interface Page {
  /** The file in the output folder, such as `concepts/fruit/index.html`. */
  file: string;
  html: string;
  tree: Root;
}

/** A share page, which redirects at once; `output/share.test.ts` tests those. */
const SHARE = /^(?:[a-z]{2}\/)?s\//;

/** Lists the files of the pages of a built site, without share pages. */
export const pageFiles = async (out: string): Promise<string[]> => (await filesOf(out)).filter((file) => file.endsWith('.html') && !SHARE.test(file));

/** Parses pages of a built site, by default all of them. */
export async function readPages(out: string, files?: readonly string[]): Promise<Page[]> {
  return Promise.all(
    (files ?? (await pageFiles(out))).map(async (file) => {
      const html = await readFile(join(out, file), 'utf8');
      return { file, html, tree: fromHtml(html) };
    }),
  );
}

/** Returns a sample: every `step`th page, and of the states of trees a tenth as many, because these have one template. */
export function sampled(files: readonly string[], step = 1): string[] {
  const isState = (file: string) => /(?:^|\/)decide\/[^/]+\/.+\/index\.html$/.test(file);
  return [
    ...files.filter((file) => !isState(file)).filter((_, at) => at % step === 0),
    ...files.filter(isState).filter((_, at) => at % (10 * step) === 0),
  ];
}

/** Finds elements, in the order of the page. */
export function find(tree: Nodes, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => void (fits(element) && found.push(element)));
  return found;
}

/** Returns the URL of every link of a kind in the head, such as `canonical`. */
export function headLinks(tree: Root, rel: string): Element['properties'][] {
  return find(tree, ({ tagName, properties }) => tagName === 'link' && [properties.rel].flat().includes(rel)).map(({ properties }) => properties);
}

/** A text or label of a page, with its language. */
export interface Spoken {
  text: string;
  lang: string;
}

/** Lists the texts and labels of a page's body, each with the nearest `lang` around it. */
export function spoken(node: Nodes, lang = ''): Spoken[] {
  if (node.type === 'text') return [{ text: node.value, lang }];
  if (
    !('children' in node) ||
    (node.type === 'element' && (node.properties.hidden || node.properties.ariaHidden === 'true' || node.tagName === 'head'))
  )
    return [];
  const own = node.type === 'element' && typeof node.properties.lang === 'string' ? node.properties.lang : lang;
  const labels = node.type === 'element' ? [node.properties.ariaLabel, node.properties.title, node.properties.alt] : [];
  return [
    ...labels.flatMap((text) => (typeof text === 'string' ? { text, lang: own } : [])),
    ...node.children.flatMap((child) => spoken(child, own)),
  ];
}
