/** Latin names in Cyrillic spelling: «гугл» for Google, «рефейс» for Reface. Both spellings are reduced to how they sound. */
import { initialBucket, damerau } from './edit-distance.ts';

type Rules = readonly (readonly [RegExp, string])[];

const LATIN: Rules = [
  [/[^a-z]/g, ''],
  [/sch|sh|ti(?=o)/g, 'S'],
  [/(?<=[aeiouy])si(?=on)/g, 'j'],
  [/tch|ch/g, 'C'],
  [/ph/g, 'f'],
  [/wh|w/g, 'v'],
  [/ck|qu?/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])|z/g, 's'],
  [/c/g, 'k'],
  [/(?<=[b-df-hj-np-tv-zSC])h/g, ''],
  [/(?<=.{2})e$/g, ''],
  [/oo|ou/g, 'u'],
  [/ee|ea/g, 'i'],
  [/au/g, 'o'],
  [/a[iy]|e[iy]/g, 'e'],
  [/y/g, 'i'],
  [/g(?=[ei])/g, 'j'],
];

const CYRILLIC: Rules = [
  [/[ъь]/g, ''],
  [/^у(?=[аеиоуыэюя])/g, 'в'],
  [/(?<=[бвгджзклмнпрстфцчшщ])х/g, ''],
  [/дж|ж/g, 'j'],
  [/[эе]й|э/g, 'е'],
  [/ау/g, 'о'],
  [/ю/g, 'у'],
  [/я/g, 'а'],
  [/[йы]/g, 'и'],
  [/[шщ]/g, 'S'],
  [/ч/g, 'C'],
  [/ц/g, 'тс'],
  [/з/g, 'с'],
];

const LETTERS = new Map([...'абвгдеиклмнопрстуфх'].map((letter, at) => [letter, 'abvgdeiklmnoprstufh'[at]!]));
/** The letters with which a Latin word may begin that sounds like the Cyrillic letter. */
const INITIALS: Record<string, string> = Object.fromEntries(
  'аau бb вvw гgh дdjg еeay жjg зzx иiey йyi кkcq лl мm нn оoa пp рr сsc тt уuw фfp хh цcz чct шs щs эea юuy яyj'
    .split(' ')
    .map(([letter, ...latin]) => [letter, latin.join('')]),
);

const soundsOf = (word: string, rules: Rules): string =>
  rules.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word).replace(/(.)\1+/g, '$1');

const spoken = (word: string): string => [...soundsOf(word, CYRILLIC)].map((letter) => LETTERS.get(letter) ?? letter).join('');

/** Returns the consonants only, because English vowels have too many sounds. A soft g sounds like j. */
const consonants = (sounds: string): string =>
  sounds
    .replace(/[aeiou]/g, '')
    .replaceAll('j', 'g')
    .replace(/(.)\1+/g, '$1');

/** Whether a Latin name sounds like a Cyrillic word, or begins like one of three consonants: “MongoDB” like «монга». */
export function soundsAlike(cyrillic: string, latin: string): boolean {
  const said = consonants(spoken(cyrillic));
  const name = consonants(soundsOf(latin, LATIN));
  return said === name || (said.length > 2 && name.startsWith(said));
}

/** The names of the dictionary files with words that may sound like a Cyrillic word. */
export const bucketsOfSound = (word: string): string[] => [...(INITIALS[word[0]!] ?? '')].map(initialBucket);

/** Returns the known Latin word that sounds most like a Cyrillic word, given in several forms; undefined if none has the same consonants. */
export function soundingLike(forms: readonly string[], known: ReadonlyMap<string, string>, exact = false): string | undefined {
  for (const [at, form] of forms.entries()) {
    const said = spoken(form);
    const skeleton = consonants(said);
    // A stem is short, so that many words would have its sounds.
    if (skeleton.length < (at > 0 ? 3 : 2)) continue;
    let best: { word: string; away: number } | undefined;
    for (const [word, times] of known) {
      const sounds = soundsOf(word, LATIN);
      if (consonants(sounds) !== skeleton) continue;
      const most = exact ? 0 : Math.max(1, Math.floor(skeleton.length / 2) + (skeleton.length > 2 ? 1 : 0));
      const edits = damerau(said, sounds, most);
      const away = edits - Number(times) / 20;
      if (edits <= most && (!best || away < best.away)) best = { word, away };
    }
    if (best) return best.word;
  }
  return undefined;
}
