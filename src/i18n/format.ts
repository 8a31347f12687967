/** Plurals and dates of a language, by Intl. */

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Returns a function that chooses the form of a word for a number. */
export function pluralIn(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}

/** Returns a function that formats a date with its precision: YYYY, YYYY-MM or YYYY-MM-DD. Other text is unchanged. */
export function dateIn(locale: string): (date: string) => string {
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
  return (date) => {
    if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(date)) return date;
    return (date.length > 7 ? day : month).format(new Date(`${date}${date.length > 7 ? '' : '-01'}T00:00:00Z`));
  };
}
