/** A base as a writer has it in hand: every word knows which passage it belongs to, whatever becomes of that. */
import type { Leaf, Part, Publication } from '../../../src/ledger/publication.ts';
import type { PageKind } from '../../../src/ledger/ledger.ts';

export interface Word {
  text: string;
  /** The passage it belongs to; of a split passage the parts have the whole's as a beginning. */
  of: string;
}

export interface Block {
  words: Word[];
  /** What part of its words was replaced since the ledger was last written. */
  reworded: number;
}

export interface Section {
  name: string;
  title: string;
  /** The sections that it is: several after a merge. */
  is: Set<string>;
  blocks: Block[];
  /** Differences and notes; each bears its name. */
  others: Part[];
}

export interface Sheet {
  id: string;
  kind: PageKind;
  text: string;
  is: Set<string>;
  sections: Section[];
}

let count = 0;

/** Name a passage that was never there before. */
export const fresh = (): string => `p${(count += 1).toString(36)}-`;

export const wordsOf = (text: string): Word[] => {
  const of = fresh();
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ text: word, of }));
};

/** Copy a page of the real content into a writer's hand. */
export function sheetOf({ id, kind, text, parts }: Leaf): Sheet {
  const sections: Section[] = [];
  for (const part of parts) {
    if (part.kind === 'section') sections.push({ name: part.name, title: part.text, is: new Set([fresh()]), blocks: [], others: [] });
    else if (part.kind === 'block') sections.at(-1)!.blocks.push({ words: wordsOf(part.text), reworded: 0 });
    else sections.at(-1)!.others.push(part);
  }
  return { id, kind, text, is: new Set([fresh()]), sections };
}

/** Hand the pages in. */
export function publish(sheets: readonly Sheet[]): Publication {
  return { languages: ['en'], leaves: sheets.map(leafOf) };
}

function leafOf({ id, kind, text, sections }: Sheet): Leaf {
  const parts = sections.flatMap(({ name, title, blocks, others }): Part[] => [
    { kind: 'section', name, text: title },
    ...blocks.map(({ words }): Part => ({ kind: 'block', name: '', text: textOf(words) })),
    ...others,
  ]);
  return { lang: 'en', id, kind, text, parts };
}

export const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
