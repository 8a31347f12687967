import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Source } from './source.ts';

type SourceData = Pick<Source, 'id' | 'data'>;

/** Fields that CSL does not have. */
const OWN = new Set(['kind', 'short', 'status', 'checked', 'wording', 'summary', 'aliases', 'quotes', 'notes', 'title-original']);

/** Returns a source as a CSL-JSON item (https://docs.citationstyles.org/). */
export function cslOf(source: SourceData): Record<string, unknown> {
  const fields = Object.entries(source.data).filter(([name, value]) => value !== undefined && !OWN.has(name));
  const { issued, ...rest } = Object.fromEntries(fields) as Source['data'];
  return { id: source.id, ...rest, ...(issued ? { issued: { 'date-parts': [issued.split('-').map(Number)] } } : {}) };
}

/** Formats every source as one line of a bibliography, in Harvard style, by source id. */
export function referencesOf(sources: readonly SourceData[]): Map<string, string> {
  const options = { format: 'text', template: 'harvard1', lang: 'en-GB', asEntryArray: true } as const;
  const lines = new Cite(sources.map(cslOf)).format('bibliography', options);
  // The style adds a comma even after a title that ends in a question mark.
  return new Map(lines.map(([id, line]) => [id, line.trim().replace(/([?!]),”/g, '$1”')]));
}
