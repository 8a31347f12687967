/** Orders records for a query: BM25F (S. Robertson, H. Zaragoza, 2009) over fields, with names, nearness and coverage. */
import type { IndexReader } from './index-reader.ts';
import type { Other } from './other-names.ts';
import { coverageByPage, liftPages } from './page-around.ts';
import { pairsOf, phraseHolders } from './phrases.ts';
import { isLight } from './light-words.ts';
import { FIELD, type Posting } from './postings.ts';
import { isQuestion, priorsFor } from './priors.ts';
import type { Query } from './query.ts';
import type { Slot, Way } from './understanding.ts';
import { TUNING } from './weights.ts';

export interface Ranked {
  record: number;
  score: number;
  /** Which share of what was asked for it holds, by weight. */
  coverage: number;
}

/** Score every record that holds something of the query, best first. */
export async function rank(reader: IndexReader, query: Query, slots: readonly Slot[], others: readonly Other[], language: string): Promise<Ranked[]> {
  const rarity = (records: number): number => Math.log(1 + (reader.size - records + 0.5) / (records + 0.5));
  const worth = slots.map(({ ways }, at) => {
    const alike = ways.filter(({ weight }) => weight >= ways[0]!.weight);
    return ways.length ? rarity(Math.max(...alike.map(({ postings }) => postings.length))) * (isLight(query.words, at) ? TUNING.light : 1) : 0;
  });
  const total = worth.reduce((sum, one) => sum + one, 0);
  if (total === 0) return [];
  const scores = new Map<number, { slots: Float64Array; covered: Float64Array; titled: Float64Array; extra: number }>();
  const rowOf = (record: number) => {
    let row = scores.get(record);
    if (!row)
      scores.set(
        record,
        (row = { slots: new Float64Array(slots.length), covered: new Float64Array(slots.length), titled: new Float64Array(slots.length), extra: 0 }),
      );
    return row;
  };
  const strength = ({ record, fields, places }: Posting): number => {
    const body = places.length / (1 - TUNING.length + (TUNING.length * reader.lengths[record]!) / reader.averageLength);
    const has = (field: number): number => (fields & field ? 1 : 0);
    const sum =
      body +
      TUNING.title * has(FIELD.title) +
      TUNING.name * has(FIELD.name) +
      TUNING.context * has(FIELD.context) +
      TUNING.cited * has(FIELD.cited) +
      TUNING.tail * has(FIELD.tail) +
      TUNING.lead * has(FIELD.lead);
    return sum / (sum + TUNING.saturation) + TUNING.titleBonus * has(FIELD.title) + TUNING.nameBonus * has(FIELD.name);
  };
  for (const [at, { ways }] of slots.entries()) {
    for (const { weight, postings } of ways) {
      for (const posting of postings) {
        const row = rowOf(posting.record);
        row.slots[at] = Math.max(row.slots[at]!, worth[at]! * weight * strength(posting));
        row.covered[at] = Math.max(row.covered[at]!, weight);
        if (posting.fields & FIELD.title) row.titled[at] = Math.max(row.titled[at]!, weight);
      }
    }
  }
  for (const other of others) addOther(other);
  for (const pair of pairsOf(slots)) addNearness(pair);
  await addNames();
  const around = isQuestion(query.text) ? TUNING.aroundAsked : TUNING.around;
  const coveredAround = coverageByPage(reader, scores, slots.length);
  const phrase = query.phrases.length > 0 ? phraseHolders(query, slots) : undefined;
  const prior = priorsFor(reader, query, language);
  const ranked: Ranked[] = [];
  for (const [record, { slots: own, covered, titled, extra }] of scores) {
    if (phrase && !phrase(record)) continue;
    let sum = extra;
    let inTitle = 0;
    let words = 0;
    let coverage = 0;
    for (const [at, one] of own.entries()) {
      sum += one;
      inTitle += worth[at]! * titled[at]!;
      words += titled[at]!;
      const here = Math.max(covered[at]!, around * coveredAround.get(reader.pageOf[record]!)![at]!);
      coverage += (worth[at]! * Math.min(1, here + (here > 0 ? 0.15 : 0))) / total;
    }
    // A shorter query is weighed as a name.
    if (slots.length > 1) sum += TUNING.wholeTitle * inTitle * Math.min(1, words / Math.max(1, reader.titleOf(record))) ** 2;
    ranked.push({
      record,
      coverage,
      score: sum * coverage ** TUNING.coverage * prior(record),
    });
  }
  return liftPages(reader, ranked).sort((a, b) => b.score - a.score || a.record - b.record);

  /** Another name counts for the words that it stands for, where all its own words are. */
  function addOther({ first, last, weight, ways }: Other): void {
    const sums = new Map<number, { score: number; words: number }>();
    for (const { postings } of ways) {
      for (const posting of postings) {
        const sum = sums.get(posting.record) ?? { score: 0, words: 0 };
        sum.score += strength(posting) / ways.length;
        sum.words += 1;
        sums.set(posting.record, sum);
      }
    }
    for (const [record, { score, words }] of sums) {
      if (words < ways.length) continue;
      const row = rowOf(record);
      for (let at = first; at <= last; at += 1) {
        row.slots[at] = Math.max(row.slots[at]!, worth[at]! * weight * score);
        row.covered[at] = Math.max(row.covered[at]!, TUNING.renamed);
      }
    }
  }

  /** Words that stand beside each other as in the query weigh more. */
  function addNearness([one, two, gap, at]: [Way, Way, number, number]): void {
    const places = new Map(two.postings.map((posting) => [posting.record, posting.places]));
    for (const { record, places: before } of one.postings) {
      const after = places.get(record);
      if (!after) continue;
      let least = 12;
      for (const place of before) for (const next of after) least = Math.min(least, next > place ? Math.abs(next - place - gap) : place - next + 2);
      if (least < 12) rowOf(record).extra += (TUNING.near * Math.min(worth[at]!, worth[at + 1]!)) / (1 + least);
    }
  }

  /** Records that are called as the query, or as a run of its words, weigh more. */
  async function addNames(): Promise<void> {
    const keys = slots.map(({ word, ways }) => ways[0]?.key ?? word.key);
    for (let first = 0; first < keys.length; first += 1) {
      let mass = 0;
      for (let last = first; last < Math.min(keys.length, first + 8); last += 1) {
        mass += worth[last]!;
        const name = `${keys.slice(first, last + 1).join(' ')}=`;
        for (const { record, fields } of await reader.postings(name)) {
          rowOf(record).extra += TUNING.wholeName * mass * (mass / total) ** 2 * (fields & FIELD.title ? 1 : 0.9);
        }
      }
    }
  }
}
