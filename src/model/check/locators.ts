import { labelOf, LABELS, NUMBER, SEPARATOR } from '../../i18n/locators-ru.ts';
import { closestNames } from '../did-you-mean.ts';
import { diagnostic, type Diagnostic, type Location } from '../diagnostics.ts';
import { withLatinLetters } from '../look-alikes.ts';

/** A part of a locator: a label and a number. */
const PART = new RegExp(`^(?<label>[\\p{L}-]+(?:\\. ?| ))(?<place>(?:${NUMBER})(?:[-–](?:${NUMBER}))?)$`, 'u');

/**
 * Reports unknown labels of a locator, such as `pra. 1`: the citation would not link to the paragraph, and not be translated. A part that begins with
 * a capital or with a letter of another alphabet is a name in the work's own words, such as `Annex III`.
 */
export function checkLabels(locator: string, file: string, at: Location): Diagnostic[] {
  return locator.split(SEPARATOR).flatMap((part) => {
    const { label = '', place = '' } = PART.exec(part)?.groups ?? {};
    const word = label.trim();
    const latin = withLatinLetters(word);
    const isKnown = labelOf(latin) !== undefined;
    if (latin === word ? !/^[a-z]/.test(word) || (isKnown && label.endsWith(' ')) : !isKnown) return [];
    return [diagnostic('unknown-label', file, at, { name: part, near: labelsNear(latin).map((one) => `${one} ${place}`), known: LABELS })];
  });
}

/** Suggests labels: of similar spelling, or the abbreviation of a word, such as `para.` for `paragraph`. */
function labelsNear(word: string): string[] {
  const short = LABELS.filter((label) => /^[a-z]+\.$/.test(label) && /^[a-z]+$/.test(word) && word.startsWith(label.slice(0, -1)));
  short.sort((a, b) => b.length - a.length);
  return [...new Set([...short.slice(0, 1), ...closestNames(word, LABELS)])].slice(0, 3);
}
