import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { edition, look, mermaidVersion, placements } from './look.ts';

/**
 * Name the inputs of a drawing: its source, the pinned look, the letters it is set in, the version of Mermaid, and the
 * edition of this room. Ten hexadecimal digits, the same on every machine.
 *
 * `font` is any text that changes with the letters, such as a hash of the font files.
 */
export function diagramKey(source: string, font = ''): string {
  const inputs = JSON.stringify([edition, mermaidVersion, look('', source), placements, font, source]);
  return createHash('sha256').update(inputs).digest('hex').slice(0, 10);
}

/** Read the drawing of a source; undefined when the folder has none of exactly this source. */
export async function readDrawing(folder: string, name: string, source: string, font?: string): Promise<string | undefined> {
  try {
    return await readFile(drawingPath(folder, name, source, font), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Keep a slimmed drawing as `<folder>/<name>.<key>.svg`. */
export async function writeDrawing(folder: string, name: string, source: string, svg: string, font?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(drawingPath(folder, name, source, font), svg);
}

/** List the paths of the drawings in `folder` that none of the wanted sources needs, in the order of their names. */
export async function staleDrawings(folder: string, wanted: Iterable<{ name: string; source: string }>, font?: string): Promise<string[]> {
  const needed = new Set([...wanted].map(({ name, source }) => drawingPath(folder, name, source, font)));
  const kept = await readdir(folder).catch(() => [] as string[]);
  return kept
    .filter((file) => file.endsWith('.svg'))
    .sort()
    .map((file) => join(folder, file))
    .filter((path) => !needed.has(path));
}

function drawingPath(folder: string, name: string, source: string, font?: string): string {
  return join(folder, `${name}.${diagramKey(source, font)}.svg`);
}
