import purify from 'dompurify';
import { mermaidError } from './mermaid-error.ts';
import type { DiagramError, Thrown } from './mermaid-error.ts';
import { supportedTypes, unsupportedType } from './mermaid-config.ts';

/** Mermaid's limit of characters. It draws a longer text as a picture of an error message. */
const TEXT_LIMIT = 50_000;

/**
 * Checks the syntax and the type of a Mermaid source in Node, without a browser. Returns the first error, undefined if the source can be
 * rendered.
 */
export async function validateDiagram(source: string): Promise<DiagramError | undefined> {
  if (source.length > TEXT_LIMIT)
    return { message: `The diagram has ${source.length} characters; Mermaid draws at most ${TEXT_LIMIT}. Split it into several diagrams.`, line: 1 };
  const mermaid = await loadMermaid();
  try {
    const { diagramType } = await mermaid.parse(source);
    return supportedTypes.has(diagramType) ? undefined : { message: unsupportedType(diagramType), line: 1 };
  } catch (error) {
    return mermaidError(source, error as Thrown);
  }
}

/**
 * Loads Mermaid. Its parsers sanitise every label with DOMPurify, which needs a browser. Sanitising does not affect the syntax, and nothing
 * parsed here is shown, so a stub returns the text unchanged.
 */
async function loadMermaid() {
  if (!purify.isSupported) Object.assign(purify, { sanitize: (text: string) => text, addHook: () => {} });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ logLevel: 'fatal' });
  return mermaid;
}
