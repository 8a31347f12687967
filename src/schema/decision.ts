/** A decision tree: questions, whose answers lead to other nodes, and outcomes. */
import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

const references = z.array(address, 'see is a list of addresses: [setup.options].').default([]);
const citations = z.array(z.string(), 'sources is a list of citations: ["smith-2020, p. 5"].').default([]);
/** Facts of facts.yaml, each with one of its values. */
const facts = z.record(id, id, 'facts is a map from fact to value: { installed: before }.').default({});

const answer = z.strictObject({
  /** The text of the link or button. */
  label: text('The label of an answer'),
  /** The question or outcome it leads to. */
  to: id,
  /** What the answer says about the reader's case. */
  facts,
});

export const questionSchema = z.strictObject({
  ask: text('The question'),
  /** Why the answer matters. */
  why: text('The reason').optional(),
  /** Sections that discuss it. */
  see: references,
  sources: citations,
  /** The answer that the article assumes. */
  assumed: id.optional(),
  answers: z.record(id, answer, 'answers is a map: { "yes": { label: Yes, to: next-question } }.'),
});

export const outcomeSchema = z.strictObject({
  verdict: text('The verdict'),
  /** The consequence: a duty under the licence, terms to check, a risk under another right, or nothing. */
  level: z.enum(['duty', 'terms', 'risk', 'clear'], 'level is duty, terms, risk or clear.'),
  text: text('The text of an outcome'),
  /** What the reader should do now: one or two sentences. */
  next: text('What to do now').optional(),
  see: references,
  sources: citations,
  /** The points of the article on which the outcome rests. */
  'rests-on': z.array(z.string(), 'rests-on is a list of points: [A1].').default([]),
  /** The topics of facts.yaml that the level answers. Outcomes of all trees on the same topic are compared. */
  settles: z.array(id, 'settles is a list of topics: [safety].').default([]),
  /** Facts that the verdict assumes in addition to those of the answers. */
  facts,
});

export const decisionSchema = z.strictObject({
  title: text('The title'),
  summary: text('The summary'),
  start: id,
  questions: z.record(id, questionSchema, 'questions is a map from id to question.'),
  outcomes: z.record(id, outcomeSchema, 'outcomes is a map from id to outcome.'),
});

export type DecisionData = z.infer<typeof decisionSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type OutcomeData = z.infer<typeof outcomeSchema>;
