import { distance } from 'fastest-levenshtein';
import { withLatinLetters } from './look-alikes.ts';

/** Returns up to three similar names, the closest first. Letters of other scripts count as the Latin ones that they look like. */
export function closestNames(name: string, names: Iterable<string>): string[] {
  const limit = Math.max(2, Math.floor(name.length / 3));
  const latin = withLatinLetters(name);
  const found = [...new Set(names)]
    .map((candidate) => ({ candidate, away: distance(latin.toLowerCase(), withLatinLetters(candidate).toLowerCase()) }))
    .filter(({ candidate, away }) => away <= limit || (name.length > 4 && candidate.includes(name)))
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1));
  return (found[0]?.away === 0 ? found.filter(({ away }) => away === 0) : found).slice(0, 3).map(({ candidate }) => candidate);
}
