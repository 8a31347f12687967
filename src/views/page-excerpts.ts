/** Excerpts of the parts of a page. */
import { NOTES } from '../markdown/footnotes.ts';
import type { Page } from '../model/page.ts';
import { beginning, sentencesOf } from './sentences.ts';

/** The excerpt of a part of a page. */
interface PageExcerpt {
  title: string;
  /** The title of the page. */
  context: string;
  text: string;
}

/** Returns the excerpt of a block, a note, the list of notes, a difference or a section of a page. */
export function pageExcerpt(page: Page, name: string, words: { note: string; notes: string; differs: string }): PageExcerpt {
  const place = { context: page.data.title };
  const note = page.notes.find((one) => `fn-${one.name}` === name);
  if (note) return { ...place, title: `${words.note} ${numberOf(page, note.name)}`, text: note.text };
  if (name === NOTES)
    return { ...place, title: words.notes, text: page.notes.map(({ name: one, text }) => `${words.note} ${numberOf(page, one)}: ${text}`).join(' ') };
  const aside = page.components.find(({ attributes }) => attributes.id === name);
  if (aside) {
    const points = aside.attributes.points;
    return {
      ...place,
      title: points ? `${words.differs}: ${points}` : words.differs,
      text: aside.paragraphs.map((said) => beginning(sentencesOf(said), 0)).join(' '),
    };
  }
  const block = page.blocks.find(({ id }) => id === name);
  if (block) {
    const { title = page.data.title } = page.sections.find(({ id }) => id === block.section) ?? {};
    return { ...place, title, text: block.text || page.data.summary };
  }
  const section = page.sections.find(({ id }) => id === name);
  return { ...place, title: section?.title ?? page.data.title, text: (page.excerpts[section?.id ?? ''] ?? '') || page.data.summary };
}

/** Returns the number of a note. Notes are numbered in the order of their first references. */
function numberOf(page: Page, name: string): number {
  const order = [...new Set(page.references.map((reference) => reference.name.toLowerCase()))];
  return order.indexOf(name.toLowerCase()) + 1;
}
