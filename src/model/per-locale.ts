import type { Locale } from './locale.ts';

/** Computes a value once per locale, because every page of the locale needs it. */
export function perLocale<T>(compute: (locale: Locale) => T): (locale: Locale) => T {
  const known = new WeakMap<Locale, { value: T }>();
  return (locale) => {
    const found = known.get(locale) ?? { value: compute(locale) };
    known.set(locale, found);
    return found.value;
  };
}
