/** Letters of other scripts that look like Latin ones, for example the Cyrillic “с”. Ids are ASCII, so such a letter in a name is a typo. */

/** Each group begins with a Latin letter; Cyrillic and Greek letters that look like it follow. */
const GROUPS = 'AАΑ BВΒ CС EЕΕ HНΗ IІΙ JЈ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥ ZΖ aаα cс dԁ eе hһ iіι jј kкκ lӏ mм oоο pрρ qԛ sѕ tтτ uυ vν wԝ xхχ yу';
const LATIN = new Map(GROUPS.split(' ').flatMap(([latin = '', ...others]) => others.map((other) => [other, latin] as const)));

const KINDS: readonly [pattern: RegExp, what: string][] = [
  [/\p{Script=Cyrillic}/gu, 'Cyrillic letter'],
  [/\p{Script=Greek}/gu, 'Greek letter'],
  [/[\uFF01-\uFF5E]/g, 'full-width character'],
];

/** Returns a name with Latin letters in place of those that look like them. */
export const withLatinLetters = (name: string): string => name.normalize('NFKC').replace(/\P{ASCII}/gu, (letter) => LATIN.get(letter) ?? letter);

/** Lists the characters, by kind, that look like those of an ASCII name. Empty if the name is ASCII, or has other characters too. */
export function lookAlikesIn(name: string): { what: string; characters: string[] }[] {
  if (/\P{ASCII}/u.test(withLatinLetters(name))) return [];
  return KINDS.flatMap(([pattern, what]) => {
    const characters = [...new Set(name.match(pattern))];
    return characters.length ? [{ what, characters }] : [];
  });
}
