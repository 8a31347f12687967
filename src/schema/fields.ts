/** Fields that several schemas share. A message describes the error or the valid value. */
import { z } from 'astro/zod';
import { hasUser, isWebUrl } from './url.ts';

/** Pattern of an id: ASCII, kebab-case. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Pattern of the key of a source: an id that can contain a version number, such as `iso-8601.2-s3`. */
const KEY = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

/** Maximum length. Ids become folder names, file systems allow 255 bytes, and an address joins several ids. */
const LONGEST = 60;

/** Whether a name is a valid id: short, ASCII, kebab-case. */
export const isId = (name: string): boolean => ID.test(name) && name.length <= LONGEST;

/** Whether a name is a valid key of a source. */
export const isKey = (name: string): boolean => KEY.test(name) && name.length <= LONGEST;

export const id = z
  .string('An id is text.')
  .regex(ID, 'An id is short, ASCII and kebab-case, for example `first-steps`.')
  .max(LONGEST, `An id has at most ${LONGEST} characters.`);

/** An address: `<entry>` or `<entry>.<section>`. Points of the article can contain capitals. */
export const address = z
  .string('An address is text.')
  .regex(/^[a-z0-9]+(?:[.-][A-Za-z0-9]+)*$/, 'An address is `<page>` or `<page>.<section>`, for example `setup.options`.');

const NOT_IN_CALENDAR = 'The calendar has no such day.';

/** Replaces straight quotation marks and apostrophes by typographic ones, as remark-smartypants does in pages. */
const typeset = (text: string): string =>
  text
    .replace(/(^|[\s([])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s([])'/g, '$1‘')
    .replace(/'/g, '’');

/** Sentence-like text that is not empty. */
export const text = (what: string) =>
  z.string(`${what} is text; put it in quotes if YAML reads it as something else.`).trim().min(1, `${what} is empty.`).transform(typeset);

/** A calendar day. YAML parses it as text or as a date. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z
    .string('A day is written YYYY-MM-DD.')
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'A day is written YYYY-MM-DD.')
    .refine(isInCalendar, NOT_IN_CALENDAR),
);

/** A date with the precision that is known: YYYY, YYYY-MM or YYYY-MM-DD (EDTF level 0). */
export const date = z
  .string('A date is text in quotes: "2014", "2014-10" or "2014-10-01".')
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'A date is "2014", "2014-10" or "2014-10-01".')
  .refine(isInCalendar, NOT_IN_CALENDAR);

export const certainty = z.enum(['settled', 'contested', 'open'], 'Certainty is settled, contested or open.');

/** A key of `jurisdictions` in site.yaml. */
export const jurisdiction = id;

/** Text per language, for files that are not in a language folder. */
export const localised = (what: string) =>
  z
    .record(z.string().regex(/^[a-z]{2}$/, 'A language is two letters: en, ru.'), text(what), `${what} is given per language: { en: … }.`)
    .refine((texts) => Object.keys(texts).length > 0, `${what} is given in no language; write { en: … }.`);

export type Localised = Record<string, string>;

/** Text in the first language of the base, or text per language. */
export const translatable = (what: string) => {
  const [one, many] = [text(what), localised(what)];
  return z.unknown().transform((value, context): string | Localised => {
    const parsed = (typeof value === 'object' && value !== null ? many : one).safeParse(value);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: value } as (typeof context.issues)[number]);
    return z.NEVER;
  });
};

export type Translatable = string | Localised;

export function isInCalendar(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const there = new Date(Date.UTC(year, month - 1, day));
  return there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
}

/** The URL of a web page. */
export const webUrl = (field: string) =>
  z.string(`${field} is text.`).refine(isWebUrl, {
    error: ({ input }) =>
      hasUser(String(input))
        ? `${field} must have no user name: https://example.org.`
        : `${field} must be a full http or https address, for example https://example.org/a%20page.`,
  });
