import { optimize } from 'svgo';
import type { Config, CustomPlugin, XastElement } from 'svgo';
import { CONTAINERS, ELEMENTS, GEOMETRY, LINK, TEXTS } from './allowed.ts';
import { elements, assignIds } from './svg-ids.ts';
import { classesOf, dataAttributesOf } from './svg-classes.ts';

/**
 * Reduces a rendered drawing to what the CSS of the site needs: geometry, text, links, and the classes of `svg-classes.ts`.
 *
 * Removes styles, colours, fonts, scripts and foreign elements, and every link except `#id`, `/path` and `kb:address`. Ids
 * begin with `name`. The SVG has its natural width as `width` and a `viewBox`.
 *
 * A drawing with a title and without links is one image for screen readers. An image cannot contain links, and without a
 * title it has no name, so any other drawing is hidden from them (`hidden`); the figure and the text beside it replace it.
 */
export function cleanSvg(svg: string, name: string): { svg: string; linked: boolean; hidden: boolean } {
  const access = { linked: false, hidden: false };
  const own: CustomPlugin = {
    name: 'own',
    fn: (root) => void root.children.forEach((child) => child.type === 'element' && Object.assign(access, reduce(child, name))),
  };
  return { svg: optimize(svg, { floatPrecision: 1, plugins: [own, ...svgoPlugins] }).data, ...access };
}

function reduce(svg: XastElement, name: string): { linked: boolean; hidden: boolean } {
  for (const element of elements(svg)) reduceAttributes(element);
  markAssumedLabels(svg);
  assignIds(svg, name.replace(/[^\w-]+/g, '-'));
  keepKnown(svg);
  const { viewBox = '', 'aria-labelledby': label } = svg.attributes;
  const links = [...elements(svg)].filter((element) => element.name === 'a');
  for (const { attributes } of links) attributes['tabindex'] = '-1';
  const linked = links.length > 0;
  const isTitle = (child: XastElement['children'][number]) => child.type === 'element' && child.name === 'title';
  const hidden = linked || !svg.children.some(isTitle);
  if (hidden) svg.children = svg.children.filter((child) => child.type !== 'element' || !['title', 'desc'].includes(child.name));
  const access: Record<string, string> = hidden ? { 'aria-hidden': 'true' } : { role: 'img', ...(label ? { 'aria-labelledby': label } : {}) };
  svg.attributes = { xmlns: 'http://www.w3.org/2000/svg', class: 'diagram', viewBox, width: viewBox.split(' ')[2] ?? '', ...access };
  return { linked, hidden };
}

/** Adds the class `assumed` to the labels of assumed edges. Mermaid writes labels apart from their edges. */
function markAssumedLabels(svg: XastElement): void {
  const all = [...elements(svg)];
  const assumed = new Set(all.flatMap(({ attributes }) => (attributes['class'] === 'edge assumed' ? (attributes['data-edge'] ?? []) : [])));
  for (const { attributes } of all) if (assumed.has(attributes['data-label'] ?? '')) attributes['class'] = 'edge-label assumed';
}

function keepKnown(parent: XastElement): void {
  const holdsText = TEXTS.has(parent.name);
  parent.children = parent.children.filter((child) => {
    if (child.type !== 'element') return child.type === 'text' && holdsText;
    keepKnown(child);
    if (child.name === 'a' && !child.attributes['href']) child.name = 'g';
    const unused = ['marker', 'symbol', 'clipPath'].includes(child.name) && !child.attributes['id'];
    return ELEMENTS.has(child.name) && !unused && (child.children.length > 0 || !CONTAINERS.has(child.name));
  });
}

function reduceAttributes(element: XastElement): void {
  const { attributes } = element;
  const link = (attributes['href'] ?? attributes['xlink:href'] ?? '').replace(/^#kb:/, 'kb:');
  const classes = classesOf(element).join(' ');
  const own = dataAttributesOf(element);
  const kept = Object.entries(attributes).filter(([attribute]) => GEOMETRY.has(attribute));
  element.attributes = { ...(classes ? { class: classes } : {}), ...own, ...(LINK.test(link) ? { href: link } : {}), ...Object.fromEntries(kept) };
}

const svgoPlugins = [
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
] as NonNullable<Config['plugins']>; // The types require every parameter, SVGO itself none.
