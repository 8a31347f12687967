/** The templates of new files, with a comment wherever a writer has a choice. */
import { stringify } from 'yaml';

/** Returns a title for an id: `Substantial part` for `substantial-part`, in quotes if YAML would not read it as text. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return stringify(words[0]!.toUpperCase() + words.slice(1)).trim();
}

export const concept = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
certainty: open # settled, contested or open; give the reason in the text
reviewed: ${today}
---

An opening paragraph: the answer in plain words. [#1]

## What it means [#definition]

A short explanation. Cite a source for each statement that needs one. [#1]
`;

export const question = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
certainty: open # settled, contested or open; give the reason in the text
reviewed: ${today}
---

The answer in one paragraph. [#1]

## Why [#reasons]

The reasons, each with its source. [#1]

## What is not certain [#doubts]

What speaks against the answer, and what nobody has decided. [#1]
`;

export const decision = (title: string): string => `title: ${title}
summary: One or two sentences on what this tree decides.
start: first-question
questions:
  first-question:
    ask: Is the first condition met?
    why: One or two sentences, why the answer matters.
    answers:
      "yes": { label: "Yes", to: it-applies }
      "no": { label: "No", to: it-does-not-apply }
outcomes:
  it-applies:
    verdict: It applies.
    level: duty # duty, terms, risk or clear
    text: Two to four sentences with the reason and its limit.
    next: One to three sentences, what to do now.
  it-does-not-apply:
    verdict: It does not apply.
    level: clear
    text: Two to four sentences with the reason and its limit.
`;

/** If a base lists jurisdictions, each source must have one of them. */
export const source = (
  title: string,
  today: string,
  jurisdictions: readonly string[] = [],
): string => `kind: literature # statute, guidance, case, licence, literature or practice
type: webpage # the CSL type: legislation, legal_case, book, article-journal, webpage, …
title: ${title}
short: ${title} # the label in running text
${jurisdictions.length ? `jurisdiction: ${jurisdictions[0]} # ${jurisdictions.join(', ')}\n` : ''}status: unverified # verified, secondary or unverified
checked: ${today}
summary: One to three sentences in our own words, on what it says that matters here.
`;

export const siteFile = (title: string, lang: string): string => `# The site as a whole. Texts are given per language.
address: https://example.org # where the site is published, without a path
languages: [${lang}] # the first one is at the root of the site; add others, as [en, ru]
title:
  ${lang}: ${title}
summary: { ${lang}: One sentence that says what this base answers. }
licence: { spdx: CC-BY-4.0, name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/" }
question: main-question # the page that answers the main question
navigation: # the reading order; every page is in it once
  - title: { ${lang}: The answer }
    entries:
      - main-question
  - title: { ${lang}: Concepts }
    entries:
      - first-concept
`;

export const frontPage = (title: string, today: string): string => `---
title: ${title}
summary: One or two sentences that answer first.
reviewed: ${today}
---

What this base answers, in a paragraph. [The short answer](kb:main-question) is one page long. [#1]

## Where to begin [#begin]

1. Read [the answer](kb:main-question). [#1]
2. Then read what a [first concept](kb:first-concept.definition) is. [#2]
`;

export const termData = (id: string, lang: string, see: string) => ({
  term: { [lang]: id.replaceAll('-', ' ') },
  definition: { [lang]: 'One plain sentence.' },
  see,
  synonyms: [],
});
