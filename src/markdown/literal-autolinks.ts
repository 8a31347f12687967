/**
 * The literal autolinks of GFM: URLs and email addresses without brackets. For them, the parser of remark-gfm tries every word, which takes half of its
 * time. Most bodies contain none, and are parsed without them.
 */
import type { Plugin } from 'unified';

/** An email address or a URL, or an escape or a character reference, which may be a part of one. */
const PART = /[\w.+-]@|www\.|:\/\/|[&\\]/i;

/** The names of the three constructs of micromark. */
const AUTOLINK = /^(?:email|protocol|www)Autolink$/;

/** Whether a body may contain a literal autolink. */
export const mayAutolink = (body: string): boolean => PART.test(body);

/** A plugin, after remark-gfm: removes the literal autolinks from the parser. */
export const withoutLiteralAutolinks: Plugin = function () {
  const data = this.data();
  for (const extension of data.micromarkExtensions ?? []) {
    for (const [code, constructs] of Object.entries(extension.text ?? {})) {
      const others = [constructs ?? []].flat().filter(({ name }) => !AUTOLINK.test(name ?? ''));
      extension.text = { ...extension.text, [code]: others };
    }
  }
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.map((extensions) => [extensions].flat().filter(({ enter }) => !enter?.literalAutolink));
};
