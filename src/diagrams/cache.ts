/** Stored drawings: `<name>.<key>.svg`, and beside it `<name>.<key>.json` with the facts that a page needs. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE_VERSION, mermaidConfig, mermaidVersion, placements } from './mermaid-config.ts';
import { drawingHash, foreignPart } from './verification.ts';

export interface Drawing extends DrawingFacts {
  svg: string;
}

interface DrawingFacts {
  /** `accTitle` and `accDescr` of the Mermaid source, empty if it has none. */
  title: string;
  description: string;
  /** Whether the drawing contains links. */
  linked: boolean;
  /** Whether the SVG is hidden from screen readers; the figure around it then needs the title as its label. */
  hidden: boolean;
  nodes: DrawnNode[];
}

export interface DrawnNode {
  /** The id in the Mermaid source, without the leading underscore. */
  id: string;
  /** The centre, in pixels from the left and the upper edge of the drawing at its natural size. */
  x: number;
  y: number;
}

/**
 * Hashes all inputs of a drawing: its source, the Mermaid configuration, the typeface, the version of Mermaid, and the
 * version of this folder's code. Returns ten hexadecimal digits, the same on every machine.
 *
 * `font` is any text that changes with the typeface, such as a hash of the font files.
 */
export function diagramKey(source: string, font = ''): string {
  const inputs = JSON.stringify([CACHE_VERSION, mermaidVersion, mermaidConfig('', source), placements, font, source]);
  return createHash('sha256').update(inputs).digest('hex').slice(0, 10);
}

/** Why a stored drawing cannot be used. */
export class InvalidDrawing extends Error {}

/**
 * Reads the drawing of a source; undefined if the folder lacks one of its two files for exactly this source. Throws an InvalidDrawing if the
 * files were changed after they were written, or contain anything that is not allowed in a drawing.
 */
export async function readDrawing(folder: string, name: string, source: string, font?: string): Promise<Drawing | undefined> {
  const path = drawingPath(folder, name, source, font);
  try {
    const [svg, facts] = await Promise.all([readFile(`${path}.svg`, 'utf8'), readFile(`${path}.json`, 'utf8')]);
    return verified(svg, facts);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function verified(svg: string, text: string): Drawing {
  let read: { sha256?: unknown } & DrawingFacts;
  try {
    read = JSON.parse(text) as typeof read;
  } catch {
    throw new InvalidDrawing('its JSON file cannot be read');
  }
  const { sha256, ...facts } = read;
  if (sha256 !== drawingHash(svg, facts)) throw new InvalidDrawing('it was changed after it was drawn');
  const foreign = foreignPart(svg);
  if (foreign) throw new InvalidDrawing(`it contains ${foreign}`);
  return { svg, ...facts };
}

/** Writes the two files of a drawing. */
export async function writeDrawing(folder: string, name: string, source: string, drawing: Drawing, font?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = drawingPath(folder, name, source, font);
  const { svg, title, description, linked, hidden, nodes } = drawing;
  // One line per node, so that a diff shows which node has moved.
  const lines = [
    ...Object.entries({ title, description, linked, hidden }).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`),
    `  "sha256": "${drawingHash(svg, { title, description, linked, hidden, nodes })}",`,
    `  "nodes": [${nodes.map((node) => `\n    ${JSON.stringify(node)}`).join(',')}${nodes.length > 0 ? '\n  ' : ''}]`,
  ];
  await writeFile(`${path}.json`, `{\n${lines.join('\n')}\n}\n`);
  await writeFile(`${path}.svg`, svg);
}

/** Lists the paths of the files in `folder` that belong to none of the wanted drawings, sorted by name. */
export async function staleDrawings(folder: string, wanted: Iterable<{ name: string; source: string }>, font?: string): Promise<string[]> {
  const needed = new Set([...wanted].map(({ name, source }) => drawingPath(folder, name, source, font)));
  const kept = await readdir(folder).catch(() => [] as string[]);
  return kept
    .filter((file) => /\.(?:svg|json)$/.test(file))
    .sort()
    .map((file) => join(folder, file))
    .filter((path) => !needed.has(path.replace(/\.\w+$/, '')));
}

/** Returns the path of the two files of a drawing, without the extension. */
function drawingPath(folder: string, name: string, source: string, font?: string): string {
  return join(folder, `${name}.${diagramKey(source, font)}`);
}
