/** Sets the language of words in another script, for screen readers and hyphenation. */
import { directionOf, latinRunsOf, runsOf, type Run } from '../i18n/languages.ts';
import { attributeOf, isElement, isText, makeElement, makeText, setAttribute, type HtmlNode, type HtmlParent } from './html-tree.ts';

/** Code and drawings stay unchanged. */
const SKIPPED = new Set(['pre', 'code', 'script', 'style', 'svg']);

/**
 * Wraps words in the script of another of `languages` in an element with their language. `lang` is that of the text around. An element in a
 * language of the other direction gets that direction.
 */
export function langSpans({ childNodes }: HtmlParent, lang: string, languages: readonly string[]): void {
  const isWhole = childNodes.length === 1;
  // From the end, because a text can become several nodes.
  for (let at = childNodes.length - 1; at >= 0; at -= 1) {
    const node = childNodes[at];
    if (isText(node)) {
      const runs = runsOf(node.value, lang, languages).flatMap((run) => (run.lang ? [run] : latinRunsOf(run.text, lang, languages, isWhole)));
      if (runs.some((run) => run.lang)) childNodes.splice(at, 1, ...runs.map(nodeOf));
    } else if (isElement(node) && !SKIPPED.has(node.tagName)) {
      const own = attributeOf(node, 'lang') ?? lang;
      if (directionOf(own) !== directionOf(lang) && attributeOf(node, 'dir') === undefined) setAttribute(node, 'dir', directionOf(own));
      langSpans(node, own, languages);
    }
  }
}

const nodeOf = ({ text, lang }: Run): HtmlNode => (lang ? makeElement('span', { lang }, [makeText(text)]) : makeText(text));
