/** Sets the language of words in another script, for screen readers and hyphenation. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { directionOf, latinRunsOf, runsOf } from '../i18n/languages.ts';

/** Code and drawings stay unchanged. */
const SKIPPED = new Set(['pre', 'code', 'script', 'style', 'svg']);

/**
 * Wraps words in the script of another of `languages` in an element with their language. `lang` is that of the text around. An element in a
 * language of the other direction gets that direction.
 */
export function langSpans(parent: Root | Element, lang: string, languages: readonly string[]): void {
  const children = parent.children.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return spans(node, lang, languages, parent.children.length === 1);
    if (node.type !== 'element' || SKIPPED.has(node.tagName)) return [node as ElementContent];
    const own = String(node.properties.lang ?? lang);
    if (directionOf(own) !== directionOf(lang)) node.properties.dir ??= directionOf(own);
    langSpans(node, own, languages);
    return [node as ElementContent];
  });
  parent.children = children;
}

function spans(node: Text, lang: string, languages: readonly string[], whole: boolean): ElementContent[] {
  const runs = runsOf(node.value, lang, languages).flatMap((run) => (run.lang ? [run] : latinRunsOf(run.text, lang, languages, whole)));
  if (runs.every((run) => run.lang === undefined)) return [node];
  return runs.map((run): ElementContent => {
    const text: Text = { type: 'text', value: run.text };
    return run.lang ? { type: 'element', tagName: 'span', properties: { lang: run.lang }, children: [text] } : text;
  });
}
