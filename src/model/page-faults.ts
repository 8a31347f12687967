import { LEFTOVER } from '../markdown/citations.ts';
import { isId } from '../schema/shapes.ts';
import { diagramFaults } from './diagram-faults.ts';
import type { Edition } from './edition.ts';
import { isFailed, type ArticleEntry } from './entry.ts';
import { nearest } from './likeness.ts';
import type { Page } from './page.ts';
import { problem, type Place, type Problem, type ProblemKind } from './problem.ts';

type Point = { line: number; column: number };

/** The components that a page may use. */
export const COMPONENTS = ['Differs', 'Tree'] as const;

/** HTML that carries meaning and needs nothing from elsewhere; all else has a form in Markdown or has no place in a page. */
const ELEMENTS = new Set(
  'abbr b bdi bdo br cite code dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark ol p q rp rt ruby s samp small span strong sub summary sup time u ul var wbr'.split(' '),
);

/** Find every fault of one page: its headings, links, notes, citations, images, components and front matter. */
export function pageFaults(page: Page, edition: Edition): Problem[] {
  const { file, fault } = page;
  if (page.broken) return [...(fault ? [problem('broken-mdx', file, fault.at, { reason: fault.reason })] : []), ...frontMatterFaults(page, edition)];
  return [
    ...headingFaults(page),
    ...linkFaults(page, edition),
    ...noteFaults(page),
    ...citationFaults(page, edition),
    ...imageFaults(page),
    ...diagramFaults(page, edition),
    ...page.code.map(({ text, at }) => problem('code-in-page', file, at, { text: text.length > 40 ? `${text.slice(0, 40)}…` : text })),
    ...componentFaults(page, edition),
    ...frontMatterFaults(page, edition),
  ];
}

/** Tell whether a name can be the id of a section: some are taken by the notes and the opening of the page. */
const isSectionId = (id: string): boolean => isId(id) && !/^fn(?:ref)?(?:-|$)|^(?:notes|intro)$/.test(id);

function headingFaults({ headings, file }: Page): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const taken = new Set(headings.map(({ id }) => id));
  let depth = 1;
  for (const { title, id, depth: own, at } of headings) {
    if (own === 1 || own > depth + 1) {
      problems.push(problem('bad-heading', file, at, { reason: `The heading “${title}” is ${'#'.repeat(own)} where ${'#'.repeat(own === 1 ? 2 : depth + 1)} was due.` }));
    }
    depth = Math.max(own, 2);
    if (!title) problems.push(problem('bad-heading', file, at, { reason: 'The heading has no words.' }));
    else if (id === undefined) {
      const suggestion = suggest(title, taken);
      taken.add(suggestion);
      problems.push(problem('heading-without-id', file, at, { title, suggestion }));
    } else if (!isSectionId(id)) problems.push(problem('bad-id', file, at, { id }));
    else if (seen.has(id)) problems.push(problem('duplicate-section', file, at, { id, line: seen.get(id)! }));
    else seen.set(id, at.line);
  }
  return problems;
}

/** Offer the first words of a heading as an id that is still free. */
function suggest(title: string, taken: ReadonlySet<string | undefined>): string {
  const words = title.toLowerCase().normalize('NFKD').match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => word.length > 3);
  const first = (telling.length ? telling : words).slice(0, 2).join('-').slice(0, 40) || 'short-name';
  const name = isSectionId(first) ? first : `on-${first}`;
  for (let n = 1; ; n += 1) {
    const offer = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(offer)) return offer;
  }
}

function linkFaults(page: Page, { index }: Edition): Problem[] {
  return page.links.flatMap(({ href, at }) => {
    const found = index.resolve(href, page);
    return found && 'fault' in found ? [problem(found.fault.kind as ProblemKind, page.file, at, { ...found.fault, href } as never)] : [];
  }).concat(
    page.leftovers.filter(({ text }) => text.search(LEFTOVER) !== 0).map(({ text, at }) => problem('dead-link', page.file, at, { href: text, near: [] })),
  );
}

function noteFaults({ notes, references, leftovers, file }: Page): Problem[] {
  const problems: Problem[] = [];
  const defined = new Map<string, number>();
  const used = new Set(references.map(({ name }) => name.toLowerCase()));
  for (const { name, at } of notes) {
    const key = name.toLowerCase();
    if (!isId(name)) problems.push(problem('bad-id', file, at, { id: name }));
    if (defined.has(key)) problems.push(problem('duplicate-note', file, at, { name, line: defined.get(key)! }));
    else if (!used.has(key)) problems.push(problem('unused-note', file, at, { name }));
    if (!defined.has(key)) defined.set(key, at.line);
  }
  for (const { text, at } of leftovers) {
    const name = /^\[\^([^\]]*)\]$/.exec(text)?.[1];
    if (name !== undefined) problems.push(problem('undefined-note', file, at, { name, near: nearest(name, defined.keys()) }));
  }
  return problems;
}

function citationFaults({ citations, leftovers, file }: Page, { sources }: Edition): Problem[] {
  return [
    ...citations
      .filter(({ key }) => !sources.has(key))
      .map(({ key, at }) => problem('unknown-source', file, at, { key, near: nearest(key, sources.keys()) })),
    ...leftovers.filter(({ text }) => !text.startsWith('[^') && text.search(LEFTOVER) === 0).map(({ text, at }) => problem('broken-citation', file, at, { text })),
  ];
}

function imageFaults({ images, file }: Page): Problem[] {
  return images.flatMap(({ url, alt, at }) => [
    ...(alt.trim() ? [] : [problem('image-without-alt', file, at, { url })]),
    ...(/^\/[^/]/.test(url) ? [] : [problem('dead-image', file, at, { url })]),
  ]);
}

function componentFaults({ components, headings, file }: Page, { trees, article }: Edition): Problem[] {
  const seen = new Map(headings.flatMap(({ id, at }) => (id ? [[id, at.line] as const] : [])));
  /** Take an id for an element, or say who has it. */
  const take = (id: string, at: Point): Problem[] => {
    const line = seen.get(id);
    if (line === undefined) seen.set(id, at.line);
    return line === undefined ? [] : [problem('duplicate-section', file, at, { id, line })];
  };
  return components.flatMap(({ name, attributes, paragraphs, at }) => {
    const { id } = attributes;
    if (name === 'Tree') return id && trees.has(id) ? [] : [problem('unknown-tree', file, at, { id: id ?? '', near: nearest(id ?? '', trees.keys()) })];
    if (name === 'Differs') {
      if (!id || !isSectionId(id)) return [problem('bad-difference', file, at, { reason: `A difference needs an id of its own${id ? `; “${id}” cannot be one` : ''}.` })];
      const count = `${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`;
      return [
        ...take(id, at),
        ...(paragraphs.length < 2 ? [problem('bad-difference', file, at, { reason: `The difference “${id}” has ${count} where two were due.` })] : []),
        ...pointFaults(pointsOf(attributes), file, at, article),
      ];
    }
    if (/^[A-Z]|\./.test(name)) return [problem('unknown-component', file, at, { name, known: COMPONENTS })];
    const bad = ['style', ...Object.keys(attributes).filter((key) => /^on/i.test(key))].find((key) => Object.hasOwn(attributes, key));
    return [
      ...(name && !ELEMENTS.has(name) ? [problem('raw-html', file, at, { markup: `<${name}>` })] : []),
      ...(bad ? [problem('raw-html', file, at, { markup: `The attribute ${bad}` })] : []),
      ...(id === undefined ? [] : isSectionId(id) ? take(id, at) : [problem('bad-id', file, at, { id })]),
    ];
  });
}

/** Read the points that a difference names. */
export const pointsOf = (attributes: Record<string, string>): string[] => (attributes.points ?? '').split(/[\s,]+/).filter(Boolean);

function frontMatterFaults({ data, file, sections, broken }: Page, { index, article }: Edition): Problem[] {
  const known = sections.map(({ id }) => id);
  return [
    ...Object.entries(data.covers ?? {}).flatMap(([section, covered]) => [
      ...(broken || known.includes(section) ? [] : [problem('unknown-section', file, { path: ['covers', section] }, { section, near: nearest(section, known), known })]),
      ...covered.flatMap((point, at) => pointFaults([point], file, { path: ['covers', section, at] }, article)),
    ]),
    ...(data.related ?? []).flatMap((id, at) => {
      const found = index.find(id);
      return found && 'fault' in found ? [problem('unknown-entry', file, { path: ['related', at] }, { id, near: nearest(id, [...index.targets.keys()].filter((name) => !name.includes('.'))) })] : [];
    }),
  ];
}

/** Hold a list of points against those of the article. An article that could not be read has any point. */
export function pointFaults(named: readonly string[], file: string, at: Place, article: ArticleEntry | undefined): Problem[] {
  if (article && isFailed(article, ['points'])) return [];
  const points = article?.data.points ?? {};
  return named.filter((point) => !Object.hasOwn(points, point)).map((point) => problem('unknown-point', file, at, { point, near: nearest(point, Object.keys(points)) }));
}
