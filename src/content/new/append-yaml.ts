/** Adds an item to YAML. Comments and layout stay as they are, except in an empty collection or a map in braces. */
import { isMap, isSeq, stringify, type Document, type YAMLMap } from 'yaml';

/** Returns the text with an item at the end of a list. */
export function appendToList(text: string, document: Document, path: (string | number)[], item: string): string {
  const list = document.getIn(path, true);
  if (!isSeq(list) || !list.range) throw new Error(`${path.join('.')} is not a list.`);
  const last = (list.items.at(-1) as { range?: [number, number, number] } | undefined)?.range;
  if (!last) return insert(text, list.range[0] + 1, item);
  if (list.flow) return insert(text, last[1], `, ${item}`);
  const indent = /[^\n]*$/.exec(text.slice(0, last[0]))![0];
  return insert(text, endOfLine(text, last[1]), `\n${indent}${item}`);
}

/** Returns the text with a pair at the end of the map of a key. */
export function appendToMap(text: string, document: Document, key: string, name: string, value: unknown): string {
  const map = document.get(key, true);
  const last = isMap(map) && !map.flow ? (map.items.at(-1)?.value as { range?: [number, number, number] } | undefined)?.range : undefined;
  if (!last) {
    document.setIn([key, name], document.createNode(value));
    return document.toString({ lineWidth: 0 });
  }
  const lines = stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n');
  const indent = /[^\n]*$/.exec(text.slice(0, (map as YAMLMap).range![0]))![0];
  const end = endOfLine(text, text.slice(0, last[1]).trimEnd().length);
  return insert(text, end, lines.map((line) => `\n${indent}${line}`).join(''));
}

const insert = (text: string, at: number, added: string): string => text.slice(0, at) + added + text.slice(at);

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
