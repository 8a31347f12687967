/** English stems: unified spelling, irregular forms, then M. F. Porter's algorithm. */
import { stemmer } from 'stemmer';
import { IRREGULAR } from './english-irregular.ts';

/** British and American spellings and a common form. The form need not be a word. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/(?<=..)our(?=s?$|ed$|ing$|able$|ite|ful|less)/, 'or'],
  [/(?<=...)is(?=(?:e[drs]?|ing|ations?|ers?|able)$)/, 'iz'],
  [/ys(?=(?:e[drs]?|ing|ers?)$)/, 'yz'],
  [/(?<=licen|defen|offen|preten|practi)c(?=e[ds]?$|ing$|ee|or)/, 's'],
  [/(?<=[aeiou][^aeiou]+[aeiou])ll(?=s?$|ed$|ing$|ers?$|ation|ment)/, 'l'],
  [/([bt])re(s?)$/, '$1er$2'],
  [/ogue(s?)$/, 'og$1'],
  [/amme(s?)$/, 'am$1'],
  [/dgement/, 'dgment'],
  [/^artefact/, 'artifact'],
  [/^grey/, 'gray'],
];

/** Returns the stem of a lower-case English word. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  let spelled = IRREGULAR.get(word) ?? word;
  for (const [pattern, spelling] of SPELLINGS) spelled = spelled.replace(pattern, spelling);
  return stemmer(spelled);
}
