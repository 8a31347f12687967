import purify from 'dompurify';
import { faultIn } from './mermaid-error.ts';
import type { Fault, Thrown } from './mermaid-error.ts';
import { drawable, refusal } from './mermaid-config.ts';

/**
 * Check a Mermaid source in plain Node: its syntax, and whether its type is one that can be drawn here.
 *
 * Gives Mermaid's own reason with the line inside the source, or nothing when the source can be drawn.
 */
export async function diagramFault(source: string): Promise<Fault | undefined> {
  const mermaid = await parser();
  try {
    const { diagramType } = await mermaid.parse(source);
    return drawable.has(diagramType) ? undefined : { message: refusal(diagramType), line: 1 };
  } catch (error) {
    return faultIn(source, error as Thrown);
  }
}

/**
 * Load Mermaid, whose parsers clean every label with DOMPurify, which does nothing without a browser. The cleaning
 * has no part in the syntax and nothing parsed here is shown, so the text may pass as it is.
 */
async function parser() {
  if (!purify.isSupported) Object.assign(purify, { sanitize: (text: string) => text, addHook: () => {} });
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ logLevel: 'fatal' });
  return mermaid;
}
