import { ID } from '../schema/shapes.ts';
import type { Edition } from './edition.ts';
import { nearest } from './likeness.ts';
import type { Page } from './page.ts';
import { problem, type Place, type Problem, type ProblemKind } from './problem.ts';

/** The components that a page may use. */
export const COMPONENTS = ['Differs', 'Tree'] as const;

/** Find every fault of one page: its headings, links, notes, citations, images, components and front matter. */
export function pageFaults(page: Page, edition: Edition): Problem[] {
  if (page.fault) return [problem('broken-mdx', page.file, page.fault.at, { reason: page.fault.reason })];
  return [
    ...headingFaults(page),
    ...linkFaults(page, edition),
    ...noteFaults(page),
    ...citationFaults(page, edition),
    ...page.images.filter(({ alt }) => !alt.trim()).map(({ url, at }) => problem('image-without-alt', page.file, at, { url })),
    ...componentFaults(page, edition),
    ...frontMatterFaults(page, edition),
  ];
}

function headingFaults({ headings, file }: Page): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  let depth = 1;
  for (const { title, id, depth: own, at } of headings) {
    if (own === 1 || own > depth + 1) {
      problems.push(problem('bad-heading', file, at, { reason: `The heading “${title}” is ${'#'.repeat(own)} where ${'#'.repeat(Math.min(own, Math.max(2, depth)))} was due.` }));
    }
    depth = Math.max(own, 2);
    if (id === undefined) problems.push(problem('heading-without-id', file, at, { title, suggestion: suggest(title) }));
    else if (!ID.test(id) || /^fn(?:ref)?(?:-|$)|^(?:notes|intro)$/.test(id)) problems.push(problem('bad-id', file, at, { id }));
    else if (seen.has(id)) problems.push(problem('duplicate-section', file, at, { id, line: seen.get(id)! }));
    else seen.set(id, at.line);
  }
  return problems;
}

/** Offer the first words of a heading as an id. */
function suggest(title: string): string {
  const words = title.toLowerCase().normalize('NFKD').match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => word.length > 3);
  return (telling.length ? telling : words).slice(0, 2).join('-') || 'short-name';
}

function linkFaults(page: Page, { index }: Edition): Problem[] {
  return page.links.flatMap(({ href, at }) => {
    const found = index.resolve(href, page);
    return found && 'fault' in found ? [problem(found.fault.kind as ProblemKind, page.file, at, { ...found.fault, href } as never)] : [];
  });
}

function noteFaults({ notes, references, leftovers, file }: Page): Problem[] {
  const problems: Problem[] = [];
  const defined = new Map<string, number>();
  const used = new Set(references.map(({ name }) => name.toLowerCase()));
  for (const { name, at } of notes) {
    const key = name.toLowerCase();
    if (defined.has(key)) problems.push(problem('duplicate-note', file, at, { name, line: defined.get(key)! }));
    else if (!used.has(key)) problems.push(problem('unused-note', file, at, { name }));
    if (!defined.has(key)) defined.set(key, at.line);
  }
  for (const { text, at } of leftovers) {
    const name = /^\[\^([^\]]+)\]$/.exec(text)?.[1];
    if (name) problems.push(problem('undefined-note', file, at, { name, near: nearest(name, defined.keys()) }));
  }
  return problems;
}

function citationFaults({ citations, leftovers, file }: Page, { sources }: Edition): Problem[] {
  return [
    ...citations
      .filter(({ key }) => !sources.has(key))
      .map(({ key, at }) => problem('unknown-source', file, at, { key, near: nearest(key, sources.keys()) })),
    ...leftovers.filter(({ text }) => text.startsWith('[@')).map(({ text, at }) => problem('broken-citation', file, at, { text })),
  ];
}

function componentFaults({ components, sections, file }: Page, { trees, article }: Edition): Problem[] {
  const seen = new Map(sections.map(({ id, at }) => [id, at.line]));
  return components.flatMap(({ name, attributes, paragraphs, at }) => {
    if (!(COMPONENTS as readonly string[]).includes(name)) return /^[A-Z]/.test(name) ? [problem('unknown-component', file, at, { name, known: COMPONENTS })] : [];
    const id = attributes.id;
    if (name === 'Tree') return id && trees.has(id) ? [] : [problem('unknown-tree', file, at, { id: id ?? '', near: nearest(id ?? '', trees.keys()) })];
    if (!id || !ID.test(id)) return [problem('bad-difference', file, at, { reason: 'A difference needs an id of its own.' })];
    if (seen.has(id)) return [problem('duplicate-section', file, at, { id, line: seen.get(id)! })];
    seen.set(id, at.line);
    if (paragraphs.length < 2) return [problem('bad-difference', file, at, { reason: `The difference “${id}” has ${paragraphs.length} paragraph(s) where two were due.` })];
    return pointFaults(pointsOf(attributes), file, at, article?.data.points ?? {});
  });
}

/** Read the points that a difference names. */
export const pointsOf = (attributes: Record<string, string>): string[] => (attributes.points ?? '').split(/[\s,]+/).filter(Boolean);

function frontMatterFaults({ data, file, sections }: Page, { index, article }: Edition): Problem[] {
  const known = sections.map(({ id }) => id);
  const points = article?.data.points ?? {};
  return [
    ...Object.entries(data.covers ?? {}).flatMap(([section, covered]) => [
      ...(known.includes(section) ? [] : [problem('unknown-section', file, { path: ['covers', section] }, { section, near: nearest(section, known), known })]),
      ...covered.flatMap((point, at) => pointFaults([point], file, { path: ['covers', section, at] }, points)),
    ]),
    ...(data.related ?? []).flatMap((id, at) =>
      index.get(id) ? [] : [problem('unknown-entry', file, { path: ['related', at] }, { id, near: nearest(id, [...index.targets.keys()].filter((name) => !name.includes('.'))) })],
    ),
  ];
}

/** Hold a list of points against those of the article. */
export function pointFaults(named: readonly string[], file: string, at: Place, points: Record<string, unknown>): Problem[] {
  return named.filter((point) => !Object.hasOwn(points, point)).map((point) => problem('unknown-point', file, at, { point, near: nearest(point, Object.keys(points)) }));
}
