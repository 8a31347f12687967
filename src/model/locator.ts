import { stringsOf } from '../i18n/index.ts';
import type { SourceText } from './source.ts';

/** `para. 1`, `paras. 1 and 2`, `para. 2(9)`, `para. 1, indent 2`, `para. 2, sub-paras. 1, 9 and 11`, `indent 1`. */
const LOCATOR =
  /^(?:paras?\. (?<paragraph>\d+(?:\.\d+)?)(?:\((?<letter>[\d.]+|[a-z])\))?(?:(?:-| and )\d+)?)?(?:(?:^|, )(?:indents? (?<indent>\d+)|sub-paras?\. (?<item>[\d.]+|[a-z]))(?:(?:-|, | and )[\da-z]+)*)?$/;

/**
 * Returns the id of the (first) paragraph that a locator refers to, `missing` if the text has no such paragraph, and undefined for a
 * locator of another form, such as a page number.
 */
export function paragraphAt({ paragraphs }: Pick<SourceText['data'], 'paragraphs'>, locator: string): { id: string } | { missing: true } | undefined {
  const { paragraph, letter, indent, item } = LOCATOR.exec(locator)?.groups ?? {};
  if (!paragraph && !indent && !item) return undefined;
  const part = letter ?? item;
  const id = [
    paragraph && `p${paragraph.replace('.', '-')}`,
    part && `s${part.replace('.', '-')}`,
    indent && indent !== '1' ? `a${indent}` : indent && !paragraph ? 'a1' : undefined,
  ]
    .filter(Boolean)
    .join('-');
  return Object.hasOwn(paragraphs, id) ? { id } : { missing: true };
}

/** A locator as it is shown in a language; `lang` where that language has no words for it. */
export function locatorIn(lang: string, locator: string): { text: string; lang?: 'en' } {
  const text = stringsOf(lang).locator(locator);
  return text === undefined ? { text: locator, lang: 'en' } : { text };
}

/** The label of a paragraph in a language: `para. 1`, or `indent 1` where the paragraphs have no numbers. */
export const paragraphLabel = (label: string, lang: string): string =>
  /^[\d(]/.test(label) ? stringsOf(lang).paragraph(label) : locatorIn(lang, label).text;
