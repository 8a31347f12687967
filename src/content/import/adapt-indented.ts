/** Replaces the blocks of Python-Markdown whose text is indented: boxes (`!!! note "Title"`, `??? tip`) by quotations, tabs (`=== "Title"`) by paragraphs. */
import { capital } from './adapt-lines.ts';

const MARKER = /^(\s*(?:[-*+:]\s+)?)(!!!|\?\?\?\+?|===[!+]?)[ \t]*([A-Za-z][\w-]*(?:[ \t]+[a-z][\w-]*)*)?[ \t]*(?:"(.*)")?[ \t]*$/;
/** The indent of the text in a block, in spaces. */
const INDENT = 4;

export function adaptIndented(lines: readonly string[]): string[] {
  const made: string[] = [];
  let fence: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark && (fence === undefined || (line.trim() === mark && mark.startsWith(fence)))) fence = fence === undefined ? mark : undefined;
    const [, margin = '', sign = '', kind, title] = (fence === undefined && MARKER.exec(line)) || [];
    const isBlock = sign.startsWith('=') ? title !== undefined : kind !== undefined;
    if (!sign || !isBlock) {
      made.push(line);
      continue;
    }
    const body: string[] = [];
    while (at + 1 < lines.length && (!lines[at + 1]!.trim() || indentOf(lines[at + 1]!) >= margin.length + INDENT)) body.push(lines[(at += 1)]!);
    while (body.length > 0 && !body.at(-1)!.trim()) body.pop();
    const inner = adaptIndented(body.map((one) => one.replaceAll('\t', '    ').slice(margin.length + INDENT)));
    // An empty title hides the name of the box.
    const name = title ?? capital(kind!.split(/\s/)[0]!);
    const rest = ' '.repeat(margin.length);
    const block = sign.startsWith('=')
      ? [`**${name}**`, '', ...inner]
      : [...(name ? [`**${name.replace(/[.:]$/, '')}.**`, ''] : []), ...inner].map((one) => `> ${one}`);
    // In an item of a list the block begins on the line of the item.
    made.push(...(margin.trim() ? [] : ['']), ...block.map((one, line) => (line === 0 ? margin : rest) + one), '');
  }
  return made;
}

const indentOf = (line: string): number => /^\s*/.exec(line.replaceAll('\t', '    '))![0].length;
