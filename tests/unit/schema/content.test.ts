/** The schemas of whole files: invalid fields and their messages. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kind } from '../../../src/schema/content-layout.ts';
import { schemas } from '../../../src/schema/schemas.ts';

const sound: Partial<Record<Kind, Record<string, unknown>>> = {
  concept: { title: 'Fruit', summary: 'It holds the seeds.', reviewed: '2026-11-23' },
  site: {
    address: 'https://tomato.example',
    languages: ['en', 'ru'],
    title: { en: 'T' },
    summary: { en: 'S' },
    licence: { spdx: 'MIT', name: 'MIT', url: 'https://example.org' },
  },
  source: { kind: 'case', type: 'legal_case', title: 'T', short: 'T', jurisdiction: 'us', status: 'verified', checked: '2026-11-23', summary: 'S' },
  decision: {
    title: 'T',
    summary: 'S',
    start: 'a',
    questions: { a: { ask: 'A?', answers: { yes: { label: 'Yes', to: 'b' } } } },
    outcomes: { b: { verdict: 'B', level: 'clear', text: 'B' } },
  },
  article: {
    name: { en: 'N' },
    title: 'T',
    author: 'A',
    URL: 'https://example.org',
    source: 'a',
    points: { 'K-d': { place: { en: 'P' }, gist: { en: 'G' } } },
  },
};

const refused: [kind: Kind, change: Record<string, unknown>, path: string, message: string][] = [
  ['concept', { certainty: 'sure' }, 'certainty', 'Certainty is settled, contested or open.'],
  ['concept', { jurisdiction: 'New York' }, 'jurisdiction', 'An id is short, ASCII and kebab-case, for example `first-steps`.'],
  ['concept', { covers: { definition: 'P1' } }, 'covers.definition', 'Points are a list: [P1, P2].'],
  ['concept', { related: 'fruit' }, 'related', 'related is a list of addresses: [first-steps, setup.options].'],
  ['site', { languages: 'en' }, 'languages', 'languages is a list: [en, ru].'],
  ['site', { languages: [] }, 'languages', 'languages names at least one language: [en].'],
  ['site', { languages: ['en', 'en'] }, 'languages', 'languages names each language once.'],
  ['site', { languages: ['EN'] }, 'languages.0', 'A language is two letters: en, ru.'],
  ['site', { address: 'tomato.example' }, 'address', 'address must be a full http or https address, for example https://example.org/a%20page.'],
  ['site', { licence: 'MIT' }, 'licence', 'licence is { spdx: …, name: …, url: … }.'],
  ['site', { navigation: [{ title: { en: 'G' }, entries: 'a' }] }, 'navigation.0.entries', 'entries is a list of page ids: [one, two].'],
  ['site', { navigation: ['a'] }, 'navigation.0', 'A group is { title: { en: … }, entries: [one, two] }.'],
  ['source', { author: ['Gray'] }, 'author.0', 'A name is { family: …, given: … } or { literal: … }.'],
  ['source', { URL: 'ftp://example.org' }, 'URL', 'URL must be a full http or https address, for example https://example.org/a%20page.'],
  ['source', { DOI: 'https://doi.org/10.1000/182' }, 'DOI', 'DOI is the name alone, without an address: 10.1145/3699518.'],
  ['source', { DOI: 10.1 }, 'DOI', 'DOI is text in quotes: "10.1000/182".'],
  [
    'source',
    { quotes: [{ original: 'w '.repeat(26) }] },
    'quotes.0.original',
    'A quotation is at most 25 words; shorten it or say it in our own words.',
  ],
  ['decision', { questions: [] }, 'questions', 'questions is a map from id to question.'],
  ['decision', { start: 'A B' }, 'start', 'An id is short, ASCII and kebab-case, for example `first-steps`.'],
  ['article', { URL: 'example.org' }, 'URL', 'URL must be a full http or https address, for example https://example.org/a%20page.'],
];

for (const [kind, data] of Object.entries(sound)) {
  test(`A ${kind} with the required fields is valid, and an unknown field is an error.`, () => {
    assert.ok(schemas[kind as Kind].safeParse(data).success);
    assert.equal(schemas[kind as Kind].safeParse({ ...data, colour: 'red' }).error?.issues[0]?.code, 'unrecognized_keys');
  });
}

for (const [kind, change, path, message] of refused) {
  test(`A ${kind} with ${JSON.stringify(change).slice(0, 60)} gets the message: ${message}`, () => {
    const issue = schemas[kind].safeParse({ ...sound[kind], ...change }).error?.issues[0];
    assert.equal(issue?.path.join('.'), path);
    assert.equal(issue?.message, message);
  });
}

test('The front page has no claim and therefore no certainty.', () => {
  assert.ok(schemas.front.safeParse(sound.concept).success);
  assert.ok(!schemas.front.safeParse({ ...sound.concept, certainty: 'open' }).success);
});
