/** Decodes the path or the fragment of a URL. Text with an invalid escape, such as `#%`, is returned unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
