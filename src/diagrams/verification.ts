/**
 * Checks that a stored drawing contains only what a cleaned drawing may contain, so that a changed file in the repository cannot add anything
 * else to a page.
 */
import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { ELEMENTS, GEOMETRY, TEXTS, VALUES } from './allowed.ts';

/** Hashes the bytes of a drawing and the facts in its JSON file. */
export const drawingHash = (svg: string, facts: object): string =>
  createHash('sha256').update(svg).update('\0').update(JSON.stringify(facts)).digest('hex');

/** Returns the first part of a drawing that is not allowed; undefined if there is none. Parses the drawing as a browser parses it in a page. */
export function foreignPart(svg: string): string | undefined {
  const [first, ...rest] = fromHtml(svg, { fragment: true }).children;
  if (first?.type !== 'element' || first.tagName !== 'svg') return 'what is not an <svg>';
  const after = rest.find((node) => node.type !== 'text' || node.value.trim() !== '');
  if (after) return after.type === 'element' ? `<${after.tagName}> outside of the <svg>` : `a ${after.type} outside of the <svg>`;
  // An unclosed element would contain the rest of the page.
  return foreignAttribute(first) ?? foreignChild(first) ?? (/<\/svg>\s*$/.test(svg) ? undefined : 'no </svg> at its end');
}

function foreignChild(parent: Element): string | undefined {
  for (const child of parent.children) {
    if (child.type === 'text') {
      if (child.value.trim() !== '' && !TEXTS.has(parent.tagName)) return `text in <${parent.tagName}>`;
    } else if (child.type !== 'element') return `a ${child.type}`;
    else if (!ELEMENTS.has(child.tagName)) return `<${child.tagName}>`;
    else {
      const found = foreignAttribute(child) ?? foreignChild(child);
      if (found) return found;
    }
  }
  return undefined;
}

function foreignAttribute({ tagName, properties }: Element): string | undefined {
  for (const [property, value] of Object.entries(properties)) {
    const attribute = ATTRIBUTES.get(property);
    if (attribute === undefined) return `the attribute ${property} of <${tagName}>`;
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    // Only a link leads out of the drawing; anything else would load a file.
    const isLoaded = attribute === 'href' && tagName !== 'a' && !text.startsWith('#');
    if (isLoaded || !(VALUES[attribute]?.test(text) ?? true)) return `${attribute}="${text.slice(0, 60)}"`;
  }
  return undefined;
}

/** The attributes that a drawing may have, by the names that the parser gives them. */
const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  [...GEOMETRY, ...Object.keys(VALUES)].map((name) => [propertyOf(fromHtml(`<svg ${name}="1"></svg>`, { fragment: true })), name]),
);

function propertyOf({ children: [first] }: Root): string {
  return first?.type === 'element' ? Object.keys(first.properties)[0]! : '';
}
