/** Shapes that several kinds of content share. A message says what is wrong; its second half says what would be right. */
import { z } from 'astro/zod';

/** Match an ASCII, kebab-case id. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Match the key of a source: an id that may carry a version number, such as `iso-8601.2-s3`. */
const KEY = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

/** Ids become names of folders; file systems stop at 255 bytes, and an address joins several. */
const LONGEST = 60;

/** Tell whether a name can be an id: short, permanent, ASCII, kebab-case. */
export const isId = (name: string): boolean => ID.test(name) && name.length <= LONGEST;

/** Tell whether a name can be the key of a source. */
export const isKey = (name: string): boolean => KEY.test(name) && name.length <= LONGEST;

export const id = z
  .string('An id is text.')
  .regex(ID, 'An id is short, ASCII and kebab-case, for example `first-steps`.')
  .max(LONGEST, `An id has at most ${LONGEST} characters.`);

/** An address: `<entry>` or `<entry>.<section>`; points of the article keep their own capitals. */
export const address = z
  .string('An address is text.')
  .regex(/^[a-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, 'An address is `<page>` or `<page>.<section>`, for example `setup.options`.');

const NOT_IN_CALENDAR = 'The calendar has no such day.';

/** Set straight quotation marks and apostrophes as a printer would; pages have remark-smartypants for the same. */
const typeset = (text: string): string =>
  text
    .replace(/(^|[\s([])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([])'/g, '$1‘')
    .replace(/'/g, '’');

/** Sentence-like text that is not empty. */
export const text = (what: string) =>
  z.string(`${what} is text; put it in quotes if YAML reads it as something else.`).trim().min(1, `${what} is empty.`).transform(typeset);

/** A calendar day. YAML may hand it over as text or as a date. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string('A day is written YYYY-MM-DD.')
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD.')
    .refine(isInCalendar, NOT_IN_CALENDAR),
);

/** A date as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0). */
export const date = z
  .string('A date is text in quotes: "2014", "2014-10" or "2014-10-01".')
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'A date is "2014", "2014-10" or "2014-10-01".')
  .refine(isInCalendar, NOT_IN_CALENDAR);

export const certainty = z.enum(['settled', 'contested', 'open'], 'Certainty is settled, contested or open.');

/** A jurisdiction or another field that `jurisdictions` in site.yaml names. */
export const jurisdiction = id;

/** Text per language, for files that serve every language. */
export const localised = (what: string) =>
  z
    .record(z.string().regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.'), text(what), `${what} is given per language: { en: … }.`)
    .refine((texts) => Object.keys(texts).length > 0, `${what} is given in no language; write { en: … }.`);

export type Localised = Record<string, string>;

function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const there = new Date(Date.UTC(year, month - 1, day));
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
}
