/** ASCII letters for Cyrillic letters, and for Latin letters that Unicode does not decompose. */
const LETTERS: Record<string, string> = Object.fromEntries(
  (
    'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю iu я ia ' +
    'і i ї i є ie ґ g ў u ß ss æ ae ø o œ oe ł l đ d þ th ð d ı i'
  )
    .split(' ')
    .reduce<[string, string][]>((pairs, character, at, all) => (at % 2 ? [...pairs, [all[at - 1]!, character === '-' ? '' : character]] : pairs), []),
);

/** Returns a text in lower-case ASCII letters as far as possible. */
export const transliterate = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\P{ASCII}/gu, (character) => LETTERS[character] ?? character)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
