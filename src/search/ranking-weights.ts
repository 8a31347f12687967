/** Weights tuned on the judged queries (tests/search), except the held-out ones. Finer weights did not find more of the held-out queries. */
export const WEIGHTS = {
  /** The weight of a low-weight word (`query-stopwords.ts`). */
  low: 0.5,
  /** The exponent of the rarity. A rare word of a question need not be its subject: “thesis”, “pay”. */
  rarity: 0.9,
  /** The coverage of the words that a synonym replaces. */
  synonym: 0.4,
  /** The boost of a record with exactly this name. */
  wholeName: 2,
  /** The coverage of a word elsewhere on the page. */
  page: 0.6,
  /** The boost of the page with the most similar questions. */
  questions: 2,
  /** The least number of words of a query that is compared with the questions of pages. With fewer words, a query names its subject. */
  leastForQuestions: 4,
  /** The boost of a record that the query names by its identifier, by kind. */
  identifier: { source: 6, other: 2 } as Record<string, number>,
  /** The boost of a record in the language of the index, over records of pages that are not translated. */
  ownLanguage: 2.5,
  kinds: { concept: 1, question: 1, tree: 1, source: 0.9, list: 1.4, other: 0.5 } as Record<string, number>,
};

/** Pagefind's ranking options (https://pagefind.app/docs/ranking/). The fields are those of `output/pagefind-record.ts`. */
export const RANKING = {
  pageLength: 0.5,
  termSaturation: 1,
  metaWeights: { title: 1.75, names: 1.75, context: 0.6, asked: 1.6, cited: 0.1, suffixes: 0.1, also: 1, wholeNames: 0 },
};
