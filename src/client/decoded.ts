/** Decodes the path or the fragment of a URL. One with an invalid escape, such as `#%`, stays as it is; no page has such an id. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
