/** Small bases, written in a line. */
import { landingOf, type Key, type Ledger, type PageKind } from '../../../src/ledger/ledger.ts';
import type { Leaf, Part, Publication } from '../../../src/ledger/publication.ts';
import { shelve, standingOn } from '../../../src/ledger/shelf.ts';
import { update, type Heirs } from '../../../src/ledger/update.ts';

/** Make a page of sections, each a list of its paragraphs; `#name text` is a note, `!name text` a difference. */
export function page(id: string, sections: Record<string, readonly string[]>, { lang = 'en', kind = 'concept' as PageKind, text = id } = {}): Leaf {
  const parts = Object.entries(sections).flatMap(([name, texts]): Part[] => [{ kind: 'section', name, text: name }, ...texts.map(partOf)]);
  return { lang, id, kind, text, parts };
}

function partOf(text: string): Part {
  const [, sign, name, words] = /^([#!])(\S+) (.*)$/.exec(text) ?? [];
  return sign ? { kind: sign === '#' ? 'note' : 'aside', name: name!, text: words! } : { kind: 'block', name: '', text };
}

export const base = (...leaves: Leaf[]): Publication => ({ languages: [...new Set(leaves.map(({ lang }) => lang))], leaves });

/** Keep a ledger through the states of a base, one a day; what the last one did comes with it. */
export function ledgerOf(...states: Publication[]) {
  let done = update(new Map(), states[0]!, '2026-01-01');
  for (const [day, state] of states.entries()) if (day > 0) done = update(sound(done).ledger, state, `2026-01-0${day + 1}`);
  return sound(done);
}

/** Go one step on from a ledger. */
export const next = (ledger: Ledger, state: Publication, heirs?: Heirs) => update(ledger, state, '2026-02-01', heirs);

function sound<T extends { faults: readonly unknown[] }>(done: T): T {
  if (done.faults.length) throw new Error(JSON.stringify(done.faults));
  return done;
}

/** Name what stands on a page, in order. */
export function namesOn(ledger: Ledger, key: Key): string[] {
  return standingOn(shelve(ledger).get(key)!).map(({ name }) => name);
}

/** Give the retired addresses with where they land, and where the next step of the way is another. */
export const landings = (ledger: Ledger): Record<string, string | undefined> =>
  Object.fromEntries([...ledger].filter(([, { to }]) => to).map(([key]) => [key, landingOf(ledger, key)]));

/** Paragraphs that have nothing to do with each other. */
export const A = 'Extraction is the transfer of the whole contents of a database to another carrier by any technical means.';
export const B = 'The licence begins with permission and ends when somebody conveys covered works against its conditions.';
export const C = 'Weights are numbers found by training; nobody wrote them down, and nobody reads them one after another.';
export const D = 'Courts in Paris looked at a telephone directory and asked who had paid for gathering its entries.';
export const E = 'A student model learns from answers, so that its maker never needs to open the file of the teacher.';
