/** The words that a share page or a card adds to those of the content; the site's own pages use the same. */
import type { OutcomeData } from '../schema/decision.ts';
import type { PageData } from '../schema/page.ts';
import type { SourceData } from '../schema/source.ts';

const en = {
  note: 'Note',
  notes: 'Notes',
  concept: 'Concepts',
  question: 'Questions',
  decision: 'Decide',
  source: 'Sources',
  differs: 'The article and the sources',
  certainty: { settled: 'Settled', contested: 'Contested', open: 'Open' } as Record<NonNullable<PageData['certainty']>, string>,
  level: { duty: 'Duty', terms: 'Terms to check', risk: 'Risk', clear: 'No duty' } as Record<OutcomeData['level'], string>,
  status: { verified: 'Verified', secondary: 'Secondary', unverified: 'Unverified' } as Record<SourceData['status'], string>,
};

const ru: typeof en = {
  note: 'Примечание',
  notes: 'Примечания',
  concept: 'Понятия',
  question: 'Вопросы',
  decision: 'Решить',
  source: 'Источники',
  differs: 'Статья и источники',
  certainty: { settled: 'Устоялось', contested: 'Спорно', open: 'Открыто' },
  level: { duty: 'Обязанность', terms: 'Проверить условия', risk: 'Риск', clear: 'Без обязанностей' },
  status: { verified: 'Проверен', secondary: 'По пересказу', unverified: 'Не проверен' },
};

export type ShareWords = typeof en;

/** Give the words of a language; English stands in for one that has none. */
export const shareWords = (lang: string): ShareWords => (lang === 'ru' ? ru : en);
