/** Invents any number of pages. The same number gives the same pages. */
import { sequence } from './random-sequence.ts';

export interface MadePage {
  id: string;
  title: string;
  summary: string;
  /** The paragraphs before the first heading. */
  intro: string[];
  sections: { id: string; title: string; blocks: Block[] }[];
  notes: { name: string; text: string }[];
}
export type Block = { kind: 'paragraph'; text: string } | { kind: 'list' | 'table'; rows: string[] };

/** A link, a citation or a note in a text: each engine writes them in its own way. */
export const LINK = /\{(\d+)\|([^}]+)\}/g;
export const CITED = /\{cite (\d+)\}/g;

export function madePages(count: number): MadePage[] {
  const random = sequence(7);
  const below = (most: number): number => Math.floor(random() * most);
  const words = Array.from({ length: 1500 }, () => invent(below));
  /** Picks a word. The first words are the most frequent ones. */
  const word = (): string => words[Math.floor(words.length * random() ** 3)]!;
  const phrase = (length: number): string => Array.from({ length }, word).join(' ');
  const sentence = (): string => {
    const text = phrase(8 + below(10));
    const shape = below(12);
    const said = shape === 0 ? `${text}, "${phrase(4)}", ${phrase(3)}` : shape === 1 ? `${text}, the ${word()}'s ${word()}` : text;
    return `${said[0]!.toUpperCase()}${said.slice(1)}${shape === 2 ? ` (${phrase(3)})` : ''}.`;
  };
  const text = (sentences: number): string => Array.from({ length: sentences }, sentence).join(' ');
  return Array.from({ length: count }, (_, at): MadePage => {
    const linked = (target: string): string => ` ${capital(word())} ${target} ${phrase(4)} {cite ${below(1e6)}}.`;
    const notes = ['first', 'second', 'third'].map((name) => ({ name, text: sentence() }));
    const sections = ['definition', 'rule', 'limits', 'cases', 'doubts'].map((id, section) => ({
      id,
      title: capital(phrase(3)),
      blocks: [
        ...Array.from({ length: 3 }, (__, block): Block => {
          const note = block === 0 && notes[section] ? `[^${notes[section].name}]` : '';
          return {
            kind: 'paragraph',
            text: `${text(3)}${block < 2 ? linked(section === 0 ? word() : `{${below(count)}|${phrase(2)}}`) : ''}${note}`,
          };
        }),
        ...(section === 1 ? [{ kind: 'list' as const, rows: Array.from({ length: 4 }, sentence) }] : []),
        ...(section === 3 ? [{ kind: 'table' as const, rows: Array.from({ length: 5 }, () => phrase(6)) }] : []),
      ],
    }));
    return { id: `made-${at}`, title: `${capital(phrase(2))} ${at}`, summary: sentence(), intro: [text(3)], sections, notes };
  });
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** Invents a word of one to four syllables. */
function invent(below: (most: number) => number): string {
  const character = (characters: string): string => characters[below(characters.length)]!;
  return Array.from({ length: 1 + below(4) }, () => character('bdfgklmnprstvz') + character('aeiou')).join('') + character('nrsl');
}
