/** Words typed in the other script or with the other keyboard layout. */

const LATIN = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ');
const CYRILLIC = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'];
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const KEYS_RU = 'йцукенгшщзхъфывапролджэячсмитьбю';
const SHIFTED = new Map(['[{', ']}', ';:', '\'"', ',<', '.>'].map(([plain, shifted]) => [shifted!, plain!]));

/** Returns the possible intended spellings of a lower-case word. */
export function transliterations(word: string): string[] {
  if (/[а-я]/.test(word)) {
    const sounds = [...word].map((character) => LATIN[CYRILLIC.indexOf(character)] ?? character).join('');
    return [sounds, otherLayout(word)];
  }
  let sounds = word;
  for (const at of BY_LENGTH) sounds = sounds.replaceAll(LATIN[at]!, CYRILLIC[at]!);
  return [sounds, otherLayout(word)];
}

/** Returns the text that the same keys give in the other keyboard layout. There «б» and «х» are punctuation: `<fpf` is «база». */
export function otherLayout(text: string): string {
  const typed = text.toLowerCase();
  const [from, to] = /[а-я]/.test(typed) ? [KEYS_RU, KEYS] : [KEYS, KEYS_RU];
  return [...typed].map((character) => to[from.indexOf(SHIFTED.get(character) ?? character)] ?? character).join('');
}

/** Long sequences first: `shch` before `sh` before `s`. */
const BY_LENGTH = LATIN.map((_, at) => at)
  .filter((at) => LATIN[at])
  .sort((a, b) => LATIN[b]!.length - LATIN[a]!.length || a - b);
