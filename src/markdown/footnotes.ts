import type { Root } from 'hast';
import type { Options } from 'remark-rehype';
import type { VFile } from 'vfile';
import { interfaceAttributes, stringsOf } from '../i18n/index.ts';
import { languageOf, type LanguagesOfBase } from './file-locale.ts';
import { nodesIn } from './nodes-in.ts';

/** Options for GFM footnotes: ids come from the name of the note (`fn-n11`), never from its number. */
export const footnoteOptions: Options = { clobberPrefix: '', footnoteLabel: 'Notes', footnoteBackContent: '↩' };

/** The id of the list of footnotes. */
export const NOTES = 'notes';

/**
 * Sets the id and the heading of the list of footnotes, and adds a class with the number to the first reference of each note, by which CSS positions
 * the note in the margin.
 */
export function footnotes({ languages }: { languages: LanguagesOfBase }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const lang = languageOf(file) ?? '';
    const ofBase = await languages();
    const { 'data-interface': dataInterface, ...attributes } = interfaceAttributes(lang, ofBase);
    const words = stringsOf(lang, ofBase);
    const seen = new Set<string>();
    for (const node of nodesIn(tree)) {
      if (node.type !== 'element') continue;
      const { properties } = node;
      if (properties.id === 'footnote-label') {
        properties.id = NOTES;
        delete properties.className;
        Object.assign(properties, attributes, dataInterface === undefined ? {} : { dataInterface });
        node.children = [{ type: 'text', value: words.notes }];
      }
      if ('dataFootnoteRef' in properties) {
        const target = String(properties.href);
        const number = node.children[0]?.type === 'text' ? node.children[0].value : '';
        properties.className = seen.has(target) ? ['footnote-ref'] : ['footnote-ref', `n${number}`];
        properties.ariaDescribedBy = [NOTES];
        seen.add(target);
      }
      if ('dataFootnoteBackref' in properties) {
        const number = /(\d+)(?:-\d+)?$/.exec(String(properties.ariaLabel))?.[0] ?? '';
        properties.ariaLabel = words.blocks.back(number);
      }
    }
  };
}
