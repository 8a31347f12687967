import { closestNames } from '../model/did-you-mean.ts';
import { diagnostic, type Diagnostic } from '../model/diagnostics.ts';
import type { Site } from '../model/site.ts';
import { addressOf, searchPages } from '../output/search-records.ts';

/** Reports questions of readers for an address that the search does not find. */
export function checkSearchQuestions(site: Site): Diagnostic[] {
  return site.locales.flatMap(({ lang, searchQuestions }) => {
    if (!searchQuestions) return [];
    const known = new Set(searchPages(site, lang).flatMap((page) => page.records.map((record) => addressOf(page, record))));
    return Object.keys(searchQuestions.data.questions).flatMap((to) => {
      if (known.has(to)) return [];
      const facts = { led: 'The questions are for', to, sought: 'page or section', near: closestNames(to, known) };
      return [diagnostic('missing-target', searchQuestions.file, { path: ['questions', to] }, facts)];
    });
  });
}
