/** Gives the MDX compiler the trees that the model was made from, so that a build parses each page once. */
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { localeOfFile } from '../markdown/file-locale.ts';
import { parseBody } from '../markdown/processor.ts';
import { parsedTree } from '../model/parse-page.ts';

/**
 * Replaces the parser of MDX and the plugins of `parseBody`. The trees of the model have no positions, which the messages of development need; so
 * only a build takes them.
 */
export function modelTree(this: Processor<Root>, { isBuild }: { isBuild: () => boolean }) {
  // oxlint-disable-next-line oxc/no-this-in-exported-function -- unified calls a plugin with its processor
  this.parser = () => ({ type: 'root', children: [] });
  return (_: Root, file: VFile): Root => {
    const place = isBuild() ? localeOfFile(file) : undefined;
    return (place && parsedTree(place.file, String(file))) ?? parseBody(String(file), file.path);
  };
}
