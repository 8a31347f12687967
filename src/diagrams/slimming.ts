import { optimize } from 'svgo';
import type { Config, CustomPlugin, XastElement } from 'svgo';
import { elements, nameReferences } from './references.ts';
import { classesOf, standsFor } from './vocabulary.ts';

/**
 * Slim a drawing of `draw` to what the site's own CSS needs: geometry, words, links, and a small vocabulary of classes.
 *
 * No style, colour, font, script or foreign element is left, no link but `#id`, `/path` and `kb:address`; ids begin
 * with `name`. The SVG has its natural width as `width` and a `viewBox`.
 *
 * A drawing without links is one image, named by its title and description. An image may hold no links for a screen
 * reader, so one with links is for the eye and the pointer only (`aria-hidden`), and what stands beside it says the same.
 */
export function slim(svg: string, name: string): string {
  const own: CustomPlugin = { name: 'own', fn: (root) => void root.children.forEach((child) => child.type === 'element' && reduce(child, name)) };
  return optimize(svg, { floatPrecision: 1, plugins: [own, ...tidying] }).data;
}

function reduce(svg: XastElement, name: string): void {
  for (const element of elements(svg)) reduceAttributes(element);
  markAssumedWords(svg);
  nameReferences(svg, name.replace(/[^\w-]+/g, '-'));
  keepKnown(svg);
  const { viewBox = '', 'aria-labelledby': label } = svg.attributes;
  const linked = [...elements(svg)].filter((element) => element.name === 'a');
  for (const { attributes } of linked) attributes['tabindex'] = '-1';
  if (linked.length > 0) svg.children = svg.children.filter((child) => child.type !== 'element' || !['title', 'desc'].includes(child.name));
  const access: Record<string, string> =
    linked.length > 0 ? { 'aria-hidden': 'true' } : { role: 'img', ...(label ? { 'aria-labelledby': label } : {}) };
  svg.attributes = { xmlns: 'http://www.w3.org/2000/svg', class: 'diagram', viewBox, width: viewBox.split(' ')[2] ?? '', ...access };
}

/** Mermaid draws all lines first and all words after them; say of the words, too, which line is the assumed one. */
function markAssumedWords(svg: XastElement): void {
  const all = [...elements(svg)];
  const assumed = new Set(all.flatMap(({ attributes }) => (attributes['class'] === 'edge assumed' ? (attributes['data-edge'] ?? []) : [])));
  for (const { attributes } of all) if (assumed.has(attributes['data-label'] ?? '')) attributes['class'] = 'edge-label assumed';
}

function keepKnown(parent: XastElement): void {
  const words = ['text', 'tspan', 'textPath', 'title', 'desc'].includes(parent.name);
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return child.type === 'text' && words;
    keepKnown(child);
    if (child.name === 'a' && !child.attributes['href']) child.name = 'g';
    const unused = ['marker', 'symbol', 'clipPath'].includes(child.name) && !child.attributes['id'];
    return known.has(child.name) && !unused && (child.children.length > 0 || !containers.has(child.name));
  });
}

function reduceAttributes(element: XastElement): void {
  const { attributes } = element;
  const link = (attributes['href'] ?? attributes['xlink:href'] ?? '').replace(/^#kb:/, 'kb:');
  const classes = classesOf(element).join(' ');
  const own = standsFor(element);
  const kept = Object.entries(attributes).filter(([attribute]) => geometry.has(attribute));
  element.attributes = { ...(classes ? { class: classes } : {}), ...own, ...(safe.test(link) ? { href: link } : {}), ...Object.fromEntries(kept) };
}

const safe = /^(?:#[\w.-]+|\/(?!\/)[^\s\\]*|kb:[\w.-]+)$/;

const containers = new Set(['g', 'a', 'defs', 'text', 'tspan', 'marker', 'symbol', 'clipPath']);
const known = new Set([...containers, ...'title desc path rect circle ellipse line polyline polygon textPath use'.split(' ')]);
const geometry = new Set(
  'id d x y x1 y1 x2 y2 cx cy r rx ry width height points transform dx dy text-anchor viewBox refX refY markerWidth markerHeight markerUnits orient marker-start marker-mid marker-end clip-path startOffset'.split(
    ' ',
  ),
);

const tidying = [
  'cleanupNumericValues',
  'convertEllipseToCircle',
  { name: 'convertShapeToPath', params: { convertArcs: false, floatPrecision: 1 } },
  'moveGroupAttrsToElems',
  'collapseGroups',
  { name: 'convertTransform', params: { floatPrecision: 1, transformPrecision: 3 } },
  { name: 'convertPathData', params: { floatPrecision: 1, makeArcs: false } },
  'removeEmptyContainers',
  'removeUnusedNS',
  'sortAttrs',
] as NonNullable<Config['plugins']>; // The types ask for every parameter, SVGO itself for none.
