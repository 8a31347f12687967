/** Weights tuned on the judged queries (tests/search/judged.yaml), without the held-out quarter. */
export const WEIGHTS = {
  /** The weight of a low-weight word (`query-stopwords.ts`). */
  low: 0.5,
  /** The weight of a corrected word, which may be another one. */
  corrected: 0.75,
  /** The exponent of the rarity. A rare word of a question need not be its subject: “thesis”, “pay”. */
  rarity: 0.9,
  /** The coverage of the words that a synonym replaces. */
  synonym: 0.3,
  /** The exponent of the coverage. */
  coverage: 0.756,
  /** The boost of a record with exactly this name. */
  wholeName: 1.345,
  /** The coverage of a word elsewhere on the page. */
  page: 0.45,
  question: 1.2,
  /** The boost of a record that the query names by its identifier, by kind. */
  identifier: { source: 6, other: 2 } as Record<string, number>,
  /** The boost of a record in the language of the index, where other pages are not translated. */
  ownLanguage: 2.5,
  kinds: {
    concept: 1,
    question: 0.92,
    front: 0.7,
    decision: 0.65,
    source: 0.875,
    article: 0.55,
    term: 0.3,
    note: 0.42,
    difference: 0.585,
    list: 1.155,
  } as Record<string, number>,
};

/** Pagefind's ranking options (https://pagefind.app/docs/ranking/). The fields are those of `output/pagefind-record.ts`. */
export const RANKING = {
  pageLength: 0.56,
  termSaturation: 1.05,
  metaWeights: { title: 1.65, names: 1.5, context: 0.585, asked: 1.32, cited: 0.1, suffixes: 0.1, lead: 0.3, also: 1, wholeNames: 0 },
};
