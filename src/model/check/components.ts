import { attributesOf, COMPONENTS, ELEMENTS, isAllowed } from '../../markdown/allowed-html.ts';
import type { Locale } from '../locale.ts';
import { closestNames } from '../did-you-mean.ts';
import { isSectionId } from './headings.ts';
import type { Point } from '../../markdown/source-position.ts';
import type { Page } from '../page.ts';
import { checkPoints, pointsOf } from './article-points.ts';
import { insteadOf, isReserved } from './reserved-ids.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';

/** Reports unknown components, elements and attributes, incomplete differences and unknown trees. */
export function checkComponents({ components, headings, file, kind }: Page, { trees, article }: Locale): Diagnostic[] {
  const seen = new Map(headings.flatMap(({ id, at }) => (id ? [[id, at.line] as const] : [])));
  /** Registers the id of an element, or reports it as invalid or as a duplicate. */
  const take = (id: string, at: Point): Diagnostic[] => {
    const line = seen.get(id);
    if (!isSectionId(id)) return [diagnostic('bad-id', file, at, { id })];
    if (isReserved(kind === 'front' ? 'front' : 'page', id)) return [diagnostic('reserved-id', file, at, { id, suggestion: insteadOf(id) })];
    if (line === undefined) seen.set(id, at.line);
    return line === undefined ? [] : [diagnostic('duplicate-section', file, at, { id, line })];
  };
  return components.flatMap(({ name, attributes, paragraphs, at }) => {
    const { id } = attributes;
    const bad = Object.entries(attributes).flatMap(([attribute, value]) =>
      isAllowed(name, attribute, value)
        ? []
        : [diagnostic('raw-attribute', file, at, { attribute, value, element: name, known: attributesOf(name) })],
    );
    if (name === 'Tree')
      return id && trees.has(id) ? bad : [...bad, diagnostic('unknown-tree', file, at, { id: id ?? '', near: closestNames(id ?? '', trees.keys()) })];
    if (name === 'Differs') {
      const count = `${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`;
      return [
        ...bad,
        ...(id ? take(id, at) : [diagnostic('bad-difference', file, at, { reason: 'A difference needs an id.' })]),
        ...(paragraphs.length < 2
          ? [diagnostic('bad-difference', file, at, { reason: `The difference${id ? ` “${id}”` : ''} has ${count} instead of two.` })]
          : []),
        ...checkPoints(pointsOf(attributes), file, at, article),
      ];
    }
    if (/^[A-Z]|\./.test(name)) return [diagnostic('unknown-component', file, at, { name, known: COMPONENTS })];
    return [
      ...(name && !ELEMENTS.has(name) ? [diagnostic('raw-html', file, at, { markup: `<${name}>` })] : []),
      ...(ELEMENTS.has(name) ? bad : []),
      ...(id === undefined ? [] : take(id, at)),
    ];
  });
}
