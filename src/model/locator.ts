import { interfaceLanguage, stringsOf } from '../i18n/index.ts';
import type { Source, SourceText } from './source.ts';

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

/** The language of the readers, and those of the base. */
type Readers = { lang: string; languages: readonly string[] };

type Work = { data: Pick<Source['data'], 'type'> };

/** Whether the paragraphs of a work have no numbers, so that readers count them: web pages (most licences) and posts. */
const isCounted = ({ data }: Work): boolean => /^(?:webpage|post)/.test(data.type);

/** Returns a locator in the language of the readers if the UI strings can express it; otherwise `lang` is the language of the result. */
export function locatorIn({ lang, languages }: Readers, locator: string, work: Work): { text: string; lang?: string } {
  const text = stringsOf(lang, languages).locator(locator, isCounted(work));
  if (text === undefined) return { text: locator, lang: 'en' };
  const own = interfaceLanguage(lang, languages);
  return own === lang ? { text } : { text, lang: own };
}

/** The label of a paragraph in a language: `para. 1`, or `indent 1` where the paragraphs have no numbers. */
export const paragraphLabel = (label: string, readers: Readers, work: Work): string =>
  /^[\d(]/.test(label) ? stringsOf(readers.lang, readers.languages).paragraph(label, isCounted(work)) : locatorIn(readers, label, work).text;
