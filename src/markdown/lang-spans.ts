import type { PhrasingContent, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { SKIP, visit } from 'unist-util-visit';
import { LEFTOVER, part } from './citations.ts';
import { languageOf } from './file-locale.ts';
import { pointerInto } from './source-position.ts';

/** A run of Cyrillic words with the signs that stand between them. */
const CYRILLIC = /\p{Script=Cyrillic}+(?:[\s\d.,:;«»“”"()№–—/-]+\p{Script=Cyrillic}+)*\.?/gu;

/** Split a text into runs, telling which are in Cyrillic script. */
export function scriptRuns(text: string): { start: number; end: number; cyrillic: boolean }[] {
  const runs: { start: number; end: number; cyrillic: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(CYRILLIC)) {
    if (match.index > end) runs.push({ start: end, end: match.index, cyrillic: false });
    end = match.index + match[0].length;
    runs.push({ start: match.index, end, cyrillic: true });
  }
  if (end < text.length) runs.push({ start: end, end: text.length, cyrillic: false });
  return runs;
}

/** Mark Russian words on a page of another language with `lang`, so that they are read and hyphenated as what they are. */
export function foreignWords() {
  return (tree: Root, file: VFile): void => {
    if (languageOf(file) === 'ru') return;
    visit(tree, 'text', (node: Text, index, parent) => {
      if (!parent || index === undefined || !/\p{Script=Cyrillic}/u.test(node.value)) return undefined;
      // A bracket that is no note and no citation stays whole: the model reports it.
      if (node.value.search(LEFTOVER) >= 0) return undefined;
      const point = pointerInto(String(file), node);
      const pieces = scriptRuns(node.value).map(({ start, end, cyrillic }): PhrasingContent => {
        const text = part(node, start, end, point);
        if (!cyrillic) return text;
        return { type: 'emphasis', children: [text], data: { hName: 'span', hProperties: { lang: 'ru' } } };
      });
      parent.children.splice(index, 1, ...(pieces as never[]));
      return [SKIP, index + pieces.length];
    });
  };
}
