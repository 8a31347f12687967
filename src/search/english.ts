/** The English stemmer: M. F. Porter, “An algorithm for suffix stripping” (1980), on words brought to one spelling. */

import { IRREGULAR } from './irregular.ts';

/** British and American spellings, to one. What matters is that both come out alike, not what comes out. */
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

const V = '[aeiouy]';
const C = '[^aeiou]';
const RUN_C = `${C}[^aeiouy]*`;
const RUN_V = `${V}[aeiou]*`;
/** Porter's measure: at least one, exactly one, more than one change from vowel to consonant. */
const MORE_THAN_0 = new RegExp(`^(?:${RUN_C})?${RUN_V}${RUN_C}`);
const ONE = new RegExp(`^(?:${RUN_C})?${RUN_V}${RUN_C}(?:${RUN_V})?$`);
const MORE_THAN_1 = new RegExp(`^(?:${RUN_C})?${RUN_V}${RUN_C}${RUN_V}${RUN_C}`);
const HAS_VOWEL = new RegExp(`^(?:${RUN_C})?${V}`);
const SHORT = new RegExp(`^${RUN_C}${V}[^aeiouwxy]$`);

const STEP_2: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const STEP_3: Record<string, string> = { icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ful: '', ness: '' };

const endings = (map: Record<string, string>): RegExp => new RegExp(`^(.+?)(${Object.keys(map).join('|')})$`);
const ENDING_2 = endings(STEP_2);
const ENDING_3 = endings(STEP_3);
const ENDING_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;

/** Give the stem of a lower-case English word; words of one or two letters are their own. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  let w = IRREGULAR.get(word) ?? word;
  for (const [pattern, spelling] of SPELLINGS) w = w.replace(pattern, spelling);
  w = w.replace(/^y/, 'Y');
  w = w.replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1');
  w = past(w);
  if (/^.+y$/.test(w) && HAS_VOWEL.test(w.slice(0, -1))) w = `${w.slice(0, -1)}i`;
  w = swap(w, ENDING_2, STEP_2);
  w = swap(w, ENDING_3, STEP_3);
  const [, base, ending] = ENDING_4.exec(w) ?? [];
  if (base && MORE_THAN_1.test(base)) w = base;
  else if (!ending && /[st]ion$/.test(w) && MORE_THAN_1.test(w.slice(0, -3))) w = w.slice(0, -3);
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    if (MORE_THAN_1.test(rest) || (ONE.test(rest) && !SHORT.test(rest))) w = rest;
  }
  if (w.endsWith('ll') && MORE_THAN_1.test(w)) w = w.slice(0, -1);
  return w.toLowerCase();
}

/** Step 1b: what is left of the past and of the participle. */
function past(word: string): string {
  if (word.endsWith('eed')) return MORE_THAN_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const rest = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  if (!rest || !HAS_VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
  return SHORT.test(rest) ? `${rest}e` : rest;
}

function swap(word: string, pattern: RegExp, map: Record<string, string>): string {
  const [, rest, ending] = pattern.exec(word) ?? [];
  return rest && MORE_THAN_0.test(rest) ? rest + map[ending!]! : word;
}
