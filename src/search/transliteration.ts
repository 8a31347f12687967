/** Words typed in the other script or with the other keyboard layout. */

const LATIN = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ');
const CYRILLIC = [...'абвгдежзийклмнопрстуфхцчшщъыьэюя'];
const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const KEYS_RU = 'йцукенгшщзхъфывапролджэячсмитьбю';

/** Returns the possible intended spellings of a lower-case word. */
export function transliterations(word: string): string[] {
  if (/[а-я]/.test(word)) {
    const sounds = [...word].map((character) => LATIN[CYRILLIC.indexOf(character)] ?? character).join('');
    return [sounds, [...word].map((character) => KEYS[KEYS_RU.indexOf(character)] ?? character).join('')];
  }
  let sounds = word;
  for (const at of BY_LENGTH) sounds = sounds.replaceAll(LATIN[at]!, CYRILLIC[at]!);
  return [sounds, [...word].map((character) => KEYS_RU[KEYS.indexOf(character)] ?? character).join('')];
}

/** Long sequences first: `shch` before `sh` before `s`. */
const BY_LENGTH = LATIN.map((_, at) => at)
  .filter((at) => LATIN[at])
  .sort((a, b) => LATIN[b]!.length - LATIN[a]!.length || a - b);
