import { blockFaults } from './blocks.ts';
import { componentFaults } from './components.ts';
import { diagramFaults } from './diagrams.ts';
import type { Locale } from '../locale.ts';
import { headingFaults } from './headings.ts';
import { nearest } from '../did-you-mean.ts';
import type { Page } from '../page.ts';
import { pointFaults } from './article-points.ts';
import { problem, type Problem } from '../diagnostics.ts';
import { referenceFaults } from './references.ts';

/** Find every fault of one page: its headings, links, notes, citations, images, components and front matter. */
export function pageFaults(page: Page, locale: Locale): Problem[] {
  const { file, fault } = page;
  if (page.broken) return [...(fault ? [problem('broken-mdx', file, fault.at, { reason: fault.reason })] : []), ...frontMatterFaults(page, locale)];
  return [
    ...headingFaults(page),
    ...blockFaults(page),
    ...referenceFaults(page, locale),
    ...imageFaults(page),
    ...diagramFaults(page, locale),
    ...page.code.map(({ text, at }) => problem('code-in-page', file, at, { text: text.length > 40 ? `${text.slice(0, 40)}…` : text })),
    ...componentFaults(page, locale),
    ...frontMatterFaults(page, locale),
  ];
}

function imageFaults({ images, file }: Page): Problem[] {
  return images.flatMap(({ url, alt, at }) => [
    ...(alt.trim() ? [] : [problem('image-without-alt', file, at, { url })]),
    ...(/^\/[^/]/.test(url) ? [] : [problem('dead-image', file, at, { url })]),
  ]);
}

function frontMatterFaults({ data, file, sections, broken }: Page, { index, article }: Locale): Problem[] {
  const known = sections.map(({ id }) => id);
  return [
    ...Object.entries(data.covers ?? {}).flatMap(([section, covered]) => [
      ...(broken || known.includes(section)
        ? []
        : [problem('unknown-section', file, { path: ['covers', section] }, { section, near: nearest(section, known), known })]),
      ...covered.flatMap((point, at) => pointFaults([point], file, { path: ['covers', section, at] }, article)),
    ]),
    ...(data.related ?? []).flatMap((id, at) => {
      const found = index.find(id);
      return found && 'fault' in found
        ? [
            problem(
              'unknown-entry',
              file,
              { path: ['related', at] },
              {
                id,
                near: nearest(id, index.names()),
              },
            ),
          ]
        : [];
    }),
  ];
}
