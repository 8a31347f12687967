/** Shapes that several kinds of content share. A message says what is wrong; its second half says what would be right. */
import { z } from 'astro/zod';

/** Match a short, permanent, ASCII, kebab-case id. */
export const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Match the key of a source: an id that may carry a version number, such as `agpl-3.0-s2`. */
export const KEY = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

export const id = z
  .string('An id is text.')
  .regex(ID, 'An id is short, ASCII and kebab-case, for example `substantial-part`.');

/** An address: `<entry>` or `<entry>.<section>`; points of the article keep their own capitals. */
export const address = z
  .string('An address is text.')
  .regex(
    /^[a-z0-9]+(?:[.-][A-Za-z0-9]+)*$/,
    'An address is `<page>` or `<page>.<section>`, for example `extraction.definition`.',
  );

/** Sentence-like text that is not empty. */
export const text = (what: string) =>
  z.string(`${what} is text; put it in quotes if YAML reads it as something else.`).trim().min(1, `${what} is empty.`);

/** A calendar day. YAML may hand it over as text or as a date. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.string('A day is written YYYY-MM-DD.').regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD.'),
);

/** A date as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0). */
export const date = z
  .string('A date is text in quotes: "2014", "2014-10" or "2014-10-01".')
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'A date is "2014", "2014-10" or "2014-10-01".');

export const certainty = z.enum(['settled', 'contested', 'open'], 'Certainty is settled, contested or open.');

export const jurisdiction = z.enum(
  ['ru', 'eu', 'us', 'uk', 'de', 'licence', 'technical', 'general'],
  'Jurisdiction is ru, eu, us, uk, de, licence, technical or general.',
);

/** Text per language, for files that serve every language. */
export const localised = (what: string) => z.record(z.string(), text(what), `${what} is given per language: { en: … }.`);

export type Localised = Record<string, string>;
