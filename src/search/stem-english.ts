/** English stems: unified spelling, irregular forms, then M. F. Porter's algorithm. */
import { stemmer } from 'stemmer';

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

/** Irregular forms with their base forms. */
const FORMS =
  'arose:arise became:become began:begin begun:begin bought:buy brought:bring broke:break broken:break built:build caught:catch chose:choose chosen:choose ' +
  'dealt:deal drew:draw drawn:draw drove:drive fell:fall fallen:fall felt:feel forbade:forbid forbidden:forbid forgot:forget forgotten:forget found:find ' +
  'gave:give given:give gone:go went:go grew:grow grown:grow heard:hear held:hold hid:hide hidden:hide kept:keep knew:know known:know laid:lay learnt:learn led:lead ' +
  'left:leave lent:lend lost:lose made:make meant:mean met:meet paid:pay proven:prove ran:run rose:rise said:say saw:see seen:see sent:send sold:sell sought:seek ' +
  'spelt:spell spent:spend spoke:speak spoken:speak stole:steal stolen:steal stood:stand taken:take taught:teach thought:think threw:throw thrown:throw told:tell ' +
  'took:take understood:understand withdrawn:withdraw withdrew:withdraw woke:wake won:win wrote:write written:write ' +
  'analysis:analyse analyses:analyse appendices:appendix children:child criteria:criterion indices:index matrices:matrix media:medium people:person phenomena:phenomenon theses:thesis';

const IRREGULAR: ReadonlyMap<string, string> = new Map(FORMS.split(' ').map((pair) => pair.split(':') as [string, string]));

/** A form with a prefix: rewritten, overseen, undergone. */
const PREFIXED = /^(re|over|under|mis|out)(\p{L}{3,})$/u;

/** Words that Porter's algorithm would join with words of another meaning: adapter and adapt, permissive and permission, general and generate. */
const APART =
  /^(?:activation|adapter|applicable|compilation|constitutional|directive|general|international|interpreter|(?:un)?lawful|materiality|objection|permissive|personal|united)(?=(?:s|ly)?$)/;

/** Returns the stem of a lower-case English word. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  let spelled = IRREGULAR.get(word) ?? word.replace(PREFIXED, (_, prefix: string, rest: string) => prefix + (IRREGULAR.get(rest) ?? rest));
  for (const [pattern, spelling] of SPELLINGS) spelled = spelled.replace(pattern, spelling);
  return APART.exec(spelled)?.[0] ?? stemmer(spelled);
}
