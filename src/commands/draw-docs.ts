/** `npm run draw:docs`: draws the Mermaid fences of docs/architecture.md, each into the SVG that the image before it names. Needs Chromium. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { cleanSvg } from '../diagrams/clean-svg.ts';
import { renderDiagrams } from '../diagrams/render.ts';
import { FONTS } from '../output/diagram-jobs.ts';
import { ensureBrowser } from './environment/find-chromium.ts';

const PAGE = 'docs/architecture.md';

export interface DocDiagram {
  /** The path of the SVG. */
  file: string;
  source: string;
  /** The first line of the SVG: it changes with the source. */
  mark: string;
}

/** Lists the diagrams of docs/architecture.md. */
export async function docDiagrams(): Promise<DocDiagram[]> {
  const text = await readFile(PAGE, 'utf8');
  const fences = text.matchAll(/^!\[[^\]]*\]\((?<name>[\w-]+\.svg)\)$(?<between>(?!^!\[)[^])*?^```mermaid\n(?<source>[^]*?)^```$/gm);
  return [...fences].map(({ groups }) => {
    const source = groups!.source!;
    const hash = createHash('sha256').update(source).digest('hex').slice(0, 10);
    return { file: `docs/${groups!.name}`, source, mark: `<!-- Drawn by npm run draw:docs from the Mermaid text ${hash} in ${PAGE}. -->` };
  });
}

/** On the site a stylesheet styles the drawings. An SVG in an image cannot load a stylesheet, so the styles are in the SVG. */
const STYLE = `<style>
  svg { background: #fff; fill: #1b1b1f; font: 15px/1 Literata, Georgia, serif; stroke-width: 1.25px; stroke-linejoin: round }
  .shape { fill: #f2f2ee; stroke: #55565c }
  .edge, .line { fill: none; stroke: #55565c }
  .solid { fill: #55565c; stroke: #55565c }
  .dashed { stroke-dasharray: 3 4 }
  .edge-label { font-size: 14px; paint-order: stroke; stroke: #fff; stroke-width: 12px }
  .cluster > .shape { fill: none; stroke-dasharray: 2 4 }
</style>`;

if (import.meta.main) {
  const diagrams = await docDiagrams();
  const results = await renderDiagrams(
    diagrams.map(({ file, source }) => ({ name: file, source })),
    { executablePath: await ensureBrowser(), fontFamily: 'Literata', fontFile: FONTS },
  );
  for (const { file, mark } of diagrams) {
    const result = results.get(file)!;
    if ('error' in result) {
      console.error(`${PAGE}: ${file}: ${result.error}`);
      process.exitCode = 1;
      continue;
    }
    const { svg } = cleanSvg(result.svg, 'diagram');
    await writeFile(file, `${mark}\n${svg.replace(/(<svg[^>]*>)/, (tag) => `${tag}${STYLE}`)}\n`);
    console.log(file);
  }
}
