import { markupIn } from '../../markdown/foreign-syntax.ts';
import type { Entry } from '../entry.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import { isLocalised } from '../source.ts';

/** Fields of plain text, by kind of entry. `*` is any key. If a field is given per language, every language is checked. */
const PLAIN: Partial<Record<Entry['kind'], readonly string[]>> = {
  site: ['title', 'summary', 'disclaimer', 'about', 'credit.text', 'licence.name', 'examples.*.*', 'jurisdictions.*', 'navigation.*.title'],
  front: ['title', 'summary'],
  concept: ['title', 'summary', 'aliases.*'],
  question: ['title', 'summary', 'aliases.*'],
  decision: [
    'title',
    'summary',
    'questions.*.ask',
    'questions.*.why',
    'questions.*.answers.*.label',
    'outcomes.*.verdict',
    'outcomes.*.text',
    'outcomes.*.next',
  ],
  'search-questions': ['questions.*.*'],
  source: ['title', 'title-original', 'short', 'summary', 'notes', 'aliases.*', 'container-title', 'publisher', 'authority', 'quotes.*.translation'],
  'source-text': ['title', 'title-original', 'from', 'rights', 'paragraphs.*.amended'],
  article: ['name', 'title', 'points.*.place', 'points.*.gist'],
  vocabulary: ['terms.*.term', 'terms.*.definition', 'terms.*.synonyms.*'],
  facts: ['facts.*.means', 'topics.*'],
};

const HINT = 'This field is plain text. Write it without Markdown and without HTML.';

/** Reports Markdown and HTML in fields of plain text. */
export function checkPlainTexts(entries: readonly Entry[]): Diagnostic[] {
  return entries.flatMap(({ kind, file, data }) =>
    (PLAIN[kind] ?? []).flatMap((pattern) =>
      textsAt(data, pattern.split('.')).flatMap(({ path, text }) => {
        const found = markupIn(text);
        return found === undefined ? [] : [diagnostic('foreign-syntax', file, { path }, { text: found, hint: HINT })];
      }),
    ),
  );
}

function textsAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  path: readonly (string | number)[] = [],
): { path: (string | number)[]; text: string }[] {
  if (key === undefined) {
    if (typeof value === 'string') return [{ path: [...path], text: value }];
    return isLocalised(value) ? textsAt(value, ['*'], path) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (key !== '*') return textsAt((value as Record<string, unknown>)[key], rest, [...path, key]);
  return (Array.isArray(value) ? [...value.entries()] : Object.entries(value)).flatMap(([name, inner]) => textsAt(inner, rest, [...path, name]));
}
