/** A decision tree: questions, whose answers lead to other nodes, and outcomes. */
import { z } from 'astro/zod';
import { address, id, text } from './fields.ts';

const references = z.array(address, 'see is a list of addresses: [setup.options].').default([]);
const citations = z.array(z.string(), 'sources is a list of citations: ["smith-2020, p. 5"].').default([]);
/** Facts of facts.yaml, each with one of its values. */
const facts = z.record(id, id, 'facts is a map from fact to value: { installed: before }.').default({});

const answer = z.strictObject({
  label: text('The label of an answer').describe('The text of the link or button.'),
  to: id.describe('The question or outcome it leads to.'),
  facts: facts.describe("What the answer says about the reader's case."),
});

const questionSchema = z.strictObject({
  ask: text('The question').describe('The question that the reader answers.'),
  why: text('The reason').optional().describe('Why the answer matters.'),
  see: references.describe('Sections that discuss it.'),
  sources: citations.describe('Citations: the key of a record, and a locator after the first comma.'),
  assumed: id.optional().describe('The answer that the article assumes.'),
  answers: z
    .record(id, answer, 'answers is a map: { "yes": { label: Yes, to: next-question } }.')
    .describe('By id: the answers, in the order of their buttons.'),
});

const outcomeSchema = z.strictObject({
  verdict: text('The verdict').describe('The result in one sentence.'),
  level: z
    .enum(['duty', 'terms', 'risk', 'clear'], 'level is duty, terms, risk or clear.')
    .describe('The consequence: a duty, terms to check, a risk, or nothing.'),
  text: text('The text of an outcome').describe('Two to four sentences with the reason and its limit.'),
  next: text('What to do now').optional().describe('What the reader should do now: one or two sentences.'),
  see: references.describe('Addresses of the sections that discuss it.'),
  sources: citations.describe('Citations: the key of a record, and a locator after the first comma.'),
  'rests-on': z
    .array(z.string(), 'rests-on is a list of points: [A1].')
    .default([])
    .describe('The points of the article on which the outcome rests.'),
  settles: z
    .array(id, 'settles is a list of topics: [safety].')
    .default([])
    .describe('The topics of facts.yaml that the level answers. Outcomes of all trees on the same topic are compared.'),
  facts: facts.describe('Facts that the verdict assumes in addition to those of the answers.'),
});

export const decisionSchema = z.strictObject({
  title: text('The title').describe('The question of the whole tree.'),
  summary: text('The summary').describe('One or two sentences; shown in lists, previews and cards.'),
  start: id.describe('The first question.'),
  terms: z
    .array(id, 'terms is a list of terms: [option, setup].')
    .default([])
    .describe('Terms of vocabulary.yaml that every page of the tree explains.'),
  questions: z
    .record(id, questionSchema, 'questions is a map from id to question.')
    .describe('By id: the questions. Every one is reachable from `start`.'),
  outcomes: z.record(id, outcomeSchema, 'outcomes is a map from id to outcome.').describe('By id: the outcomes. Every path ends in one.'),
});

export type DecisionData = z.infer<typeof decisionSchema>;
export type QuestionData = z.infer<typeof questionSchema>;
export type OutcomeData = z.infer<typeof outcomeSchema>;
