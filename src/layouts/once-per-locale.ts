import type { Locale } from '../model/locale.ts';

const rendered = new WeakMap<Locale, Promise<string>>();

/** Renders a part that every page of a locale has. In a build it is rendered once; in development always, because its component can change. */
export function oncePerLocale(locale: Locale, render: () => Promise<string>): Promise<string> {
  const known = import.meta.env.PROD ? rendered.get(locale) : undefined;
  const html = known ?? render();
  rendered.set(locale, html);
  return html;
}
