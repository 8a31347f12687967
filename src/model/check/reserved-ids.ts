/** Ids that the templates of a page use themselves. `tests/unit/model/check/reserved-ids.test.ts` compares them with the templates. */

/** Ids on every page, in the book too. */
const FRAME = ['text', 'preview', 'keys', 'keys-title'];

const OF = {
  page: ['see-also', 'linked-from'],
  front: ['in-order'],
  node: ['walk', 'outcomes', 'tree-questions', 'tree-drawing', 'other-trees', 'trail', 'linked-from'],
  quote: ['quotes', 'whole-text', 'verification', 'reference', 'linked-from'],
  term: ['linked-from'],
  about: ['who', 'certainty', 'sources', 'linking', 'report'],
  /** Entries are chapters of the book. */
  entry: ['index'],
};

export const RESERVED_IDS = { frame: FRAME, ...OF };

/** Whether the template of a page uses an id, so that a section, a node, a quotation, a term or an entry cannot have it. */
export const isReserved = (what: keyof typeof OF, id: string): boolean => FRAME.includes(id) || OF[what].includes(id);

/** Returns an id to use instead. */
export const insteadOf = (id: string): string => `on-${id}`;
